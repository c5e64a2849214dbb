// SPDX-License-Identifier: EUPL-1.2
//
// Reads a CSV with the CSVW parser of rdf-ext, led by its metadata, and prints
// a line of JSON for every row: column → [value, datatype].
//
//   node csvw.mjs MODULES CSV METADATA.nq
import { createReadStream, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [modules, csv, metadata] = process.argv.slice(2)
const require = createRequire(modules + '/')
const { Parser, Store } = require('n3')
const { default: CsvwParser } = await import(pathToFileURL(require.resolve('rdf-parser-csvw')))

const described = new Store(new Parser({ format: 'N-Quads' }).parse(readFileSync(metadata, 'utf8')))
const output = new CsvwParser({ metadata: described, baseIRI: 'http://example.org/t.csv' }).import(createReadStream(csv))
const csvw = 'http://www.w3.org/ns/csvw#'
const rows = []
const cells = new Map()
for await (const quad of output) {
  if (quad.predicate.value === csvw + 'describes') {
    rows.push(quad.object.value)
  } else if (quad.object.termType === 'Literal') {
    const row = cells.get(quad.subject.value) ?? {}
    const type = quad.object.datatype.value
    row[decodeURIComponent(quad.predicate.value.split('#')[1] ?? '')] = [quad.object.value, type.value ?? type]
    cells.set(quad.subject.value, row)
  }
}
for (const row of rows) console.log(JSON.stringify(cells.get(row) ?? {}))
