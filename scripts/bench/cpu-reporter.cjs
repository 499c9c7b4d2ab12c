// Loaded before what is measured: writes the milliseconds of processor time to descriptor 3, which other work on the machine disturbs less than the clock.
process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  require('node:fs').writeSync(3, String((user + system) / 1000))
})
