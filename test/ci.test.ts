import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { formats } from '../src/report/index.ts'
import { scratch } from './support/scratch.ts'
import { workflowErrors } from './support/workflow-parser.ts'

const github = 'docs/ci/github-actions.yml'
const own = '.github/workflows/lint.yml'
const gitlab = 'docs/ci/gitlab-ci.yml'
const azure = 'docs/ci/azure-pipelines.yml'
const read = (file: string) => parse(readFileSync(file, 'utf8'), { strict: true, uniqueKeys: true })

describe.each([github, own, '.github/workflows/ci.yml'])('%s', (file) => {
  const text = readFileSync(file, 'utf8')

  test('is a workflow to the parser of GitHub', async () => {
    expect(await workflowErrors(file, text)).toEqual([])
    expect(await workflowErrors(file, text.replace('runs-on:', 'runs-onn:'))).not.toEqual([])
  })

  test('asks for no more rights than it needs', () => {
    const { permissions } = read(file)
    expect(permissions.contents).toBe('read')
    expect(Object.keys(permissions).filter((name) => !['contents', 'security-events'].includes(name))).toEqual([])
  })
})

test('the file for GitLab has a job with a script and reports that GitLab knows', () => {
  const { 'rds-lint': job, ...others } = read(gitlab)
  expect(others).toEqual({})
  expect(Object.keys(job).toSorted()).toEqual(['artifacts', 'image', 'rules', 'script'])
  expect(job.script.every((line: unknown) => typeof line === 'string')).toBe(true)
  expect(job.artifacts).toMatchObject({ when: 'always' })
  // `artifacts:reports` of GitLab's reference has these two for Code Quality and JUnit.
  expect(Object.keys(job.artifacts.reports)).toEqual(['codequality', 'junit'])
})

test('the file for Azure Pipelines has steps that are a script or a task with its version', () => {
  const { trigger, pool, steps, ...others } = read(azure)
  expect(others).toEqual({})
  expect([trigger.branches.include, pool.vmImage]).toEqual([['main'], 'ubuntu-latest'])
  for (const step of steps) {
    expect(
      Object.keys(step).filter((key) => !['task', 'script', 'displayName', 'condition', 'inputs'].includes(key)),
    ).toEqual([])
    expect(Number('task' in step) + Number('script' in step)).toBe(1)
    if ('task' in step) expect(step.task).toMatch(/^\w+@\d+$/)
  }
  expect(steps.at(-1).inputs.ArtifactName).toBe('CodeAnalysisLogs')
})

// The formats come from another part of the project.
const hasAll = ['sarif', 'markdown', 'gitlab', 'junit', 'html'].every((name) => name in formats)

describe.skipIf(!hasAll || process.platform === 'win32')(
  'the steps that run rds-lint do, and write what later steps publish:',
  { timeout: 60_000 },
  () => {
    test('GitHub Actions', () => {
      const { steps } = read(github).jobs['rds-lint']
      const { status, files, summary } = ran(scriptsOf(steps, 'run'))
      expect(status).toBe(1)
      expect(files).toEqual(expect.arrayContaining(['rds-lint.sarif', 'rds-lint.md']))
      expect(summary).toContain('broker-ha-not-configured')
      expect(files).toContain(steps.at(-1).with.sarif_file)
    })

    test('GitLab', () => {
      const { script, artifacts } = read(gitlab)['rds-lint']
      const { status, files } = ran(script)
      expect(status).toBe(1)
      expect(files).toEqual(expect.arrayContaining([...artifacts.paths, ...Object.values(artifacts.reports)]))
    })

    test('Azure Pipelines', () => {
      const { steps } = read(azure)
      const { status, files, out } = ran(scriptsOf(steps, 'script'))
      expect(status).toBe(1)
      expect(files).toEqual(expect.arrayContaining(['sarif/rds-lint.sarif', 'rds-lint.xml', 'rds-lint.md']))
      expect(out).toMatch(/^##vso\[task\.uploadsummary\].*\/rds-lint\.md$/m)
    })

    test('the workflow of this repository', () => {
      const steps: readonly { readonly run?: string; readonly with?: { readonly sarif_file?: string } }[] =
        read(own).jobs.fixtures.steps
      const scripts = scriptsOf(steps, 'run').map((line) => line.replace(/^npm ci && .*$/, 'true'))
      const { status, files, summary } = ran(scripts)
      expect(status).toBe(0)
      expect(files).toContain(steps.at(-1)?.with?.sarif_file)
      expect(summary).toContain('classic-mistakes')
    })
  },
)

function scriptsOf(steps: readonly object[], key: string): readonly string[] {
  return steps.flatMap((step) => (key in step ? [String((step as Readonly<Record<string, unknown>>)[key])] : []))
}

/** Runs the scripts of a pipeline in a repository with inventories, each as a step of its own; gives the worst exit code. */
function ran(scripts: readonly string[]) {
  const folder = scratch()
  const programs = join(folder, '.programs')
  const summary = join(folder, 'summary')
  for (const inside of ['.programs', 'inventories']) mkdirSync(join(folder, inside))
  for (const [name, text] of [
    ['rds-lint', `exec "${process.execPath}" "${resolve('dist/cli.cjs')}" "$@"`],
    ['npm', 'exit 0'],
  ] as const) {
    writeFileSync(join(programs, name), `#!/bin/sh\n${text}\n`)
    chmodSync(join(programs, name), 0o755)
  }
  writeFileSync(summary, '')
  cpSync('fixtures/classic-mistakes/inventory.json', join(folder, 'inventories/contoso.json'))
  for (const inside of ['fixtures', 'docs/examples', 'dist']) cpSync(inside, join(folder, inside), { recursive: true })
  const PATH = [programs, dirname(process.execPath), process.env.PATH].join(delimiter)
  const runs = scripts.map((script) =>
    spawnSync('bash', ['-e', '-c', script.replaceAll('$(System.DefaultWorkingDirectory)', folder)], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH, GITHUB_STEP_SUMMARY: summary, NO_COLOR: '1' },
    }),
  )
  expect(runs.map(({ stderr }) => stderr).join('')).toBe('')
  return {
    status: Math.max(...runs.map(({ status }) => status ?? 99)),
    out: runs.map(({ stdout }) => stdout).join(''),
    files: readdirSync(folder, { recursive: true, encoding: 'utf8' }),
    summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '',
  }
}
