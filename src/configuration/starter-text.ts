import type { Release } from '../model/report.ts'

/** Gives a commented configuration to start from: what it says at once is what would hold without it, but for the target. */
export function starterText(target: Release): string {
  return `# How rds-lint judges here: \`rds-lint schema config\` prints the schema, \`rds-lint --print-config\` what holds.
# Flags win over this file, and for target, method and phase the plan of an inventory does.

# The release that the deployment moves to.
target: "${target}"

# The severity from which a finding blocks: error, warning or info.
failOn: error

# Other severities for single rules, or off; \`rds-lint rules\` lists them.
# rules:
#   certificate-untrusted: info

# What someone looked at and takes on. It stays in every report, and no longer counts for the verdict.
# suppressions:
#   - rule: broker-ha-not-configured
#     subject: "*"                 # the name that the report shows; * stands for any letters
#     reason: Why it is taken on, and who decided
#     expires: YYYY-MM-DD          # the last day on which it works; may be left out
`
}
