// The floor: decodes and parses the files of a folder, or one file, one after the other, and does nothing with them.
const { readdirSync, readFileSync, statSync } = require('node:fs')
const { join } = require('node:path')

const place = process.argv[2]
const files = statSync(place).isDirectory() ? readdirSync(place).map((name) => join(place, name)) : [place]
for (const file of files) JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)))
