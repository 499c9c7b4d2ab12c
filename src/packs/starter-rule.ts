/** Gives the text of a rule to start from, whole: its examples show every outcome, and decide every operator. */
export function starterRule(id: string): string {
  return `# ${id}: a rule to start from. What it says is an example; write your own in its place, line by line.
# \`rds-lint test\` runs the examples below, \`rds-lint schema rule\` prints what may stand here.

# What must hold: one clause, no full stop.
title: A session host has a name of our scheme
# error, warning or info.
severity: warning
# The parts that it looks at: a JSON pointer into the inventory, * for each.
for: /servers/*
# Conditions in CEL; \`it\` is the part. Where \`when\` is false the rule does not concern the part.
when: '"RDS-RD-SERVER" in it.roles'
require: it.name.startsWith("RDSH")
# What is wrong here, one sentence that shows the values seen.
message: The session host {it.name} has a name that does not begin with RDSH.
remediation:
  text: Give the new host a name that begins with RDSH.
  # Commands as an administrator types them; each {…} becomes one quoted literal.
  commands:
    - Rename-Computer -NewName <new name> -ComputerName {it.name}
why: Monitoring and backup find session hosts by their names.
# Where it says so: requires, advises, contradicts or interpretation.
sources:
  - document: Names of servers
    section: Remote desktops
    url: https://wiki.contoso.example/names-of-servers
    stance: requires

# Small inventories, at least one for each outcome. A near miss is the best example.
examples:
  fails:
    - name: a host with another name
      inventory: { servers: [{ name: SRV01.contoso.example, roles: [RDS-RD-SERVER] }] }
      findings:
        - pointer: /servers/0
          message: The session host SRV01.contoso.example has a name that does not begin with RDSH.
  passes:
    - name: a host of the scheme
      inventory: { servers: [{ name: RDSH01.contoso.example, roles: [RDS-RD-SERVER] }] }
  undecided:
    - name: nobody told the roles of the server
      inventory: { servers: [{ name: SRV01.contoso.example }] }
      undecided: [/servers/0]
  notApplicable:
    - name: another server
      inventory: { servers: [{ name: SRV01.contoso.example, roles: [RDS-LICENSING] }] }
`
}

/** Gives the text of `pack.yaml` for a pack to start from. `version` is that of rds-lint. */
export function starterManifest(name: string, version: string): string {
  const [major = '0', minor = '0'] = version.split('.')
  return `# A pack of rules for rds-lint: \`rulePacks: [FOLDER]\` in .rds-lint.yaml lets them judge.

# What the ids of its rules begin with.
name: ${name}
version: 0.1.0
# The versions of rds-lint that it is for.
requires: "^${major}.${minor}"
`
}
