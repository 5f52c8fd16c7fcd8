// Makes src/api/generated.ts from src/api/openapi.json: a type and a shape for each schema, and the
// list of operations. The shapes are what `lib/validation` holds every answer against.
//
//     npm run api
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withNames } from './api_names.mjs';

/** Names that TypeScript already uses for something else. */
const RENAMED = { Date: 'IsoDate', Instant: 'IsoInstant' };
const LONGEST_PARAMETER = 1000;
const DECIMAL = /^\^-\?\[0-9\]/;

const nameOf = (reference) => reference.replace('#/components/schemas/', '');
const typeName = (schema) => RENAMED[schema] ?? schema;
const quoted = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const literal = (pattern) => `/${pattern.replaceAll('/', '\\/')}/`;
const textType = (pattern) => (pattern && DECIMAL.test(pattern) ? '`${number}`' : 'string');

/** The TypeScript type of a schema that stands inside another. */
function typeOf(schema) {
  if (schema.$ref) return typeName(nameOf(schema.$ref));
  if (schema.enum) return schema.enum.map(quoted).join(' | ');
  if (schema.type === 'array') {
    const item = typeOf(schema.items);
    return `readonly ${item.includes('|') ? `(${item})` : item}[]`;
  }
  if (schema.type === 'integer') return 'number';
  if (schema.type === 'boolean') return 'boolean';
  if (schema.type === 'string') return textType(schema.pattern);
  throw new Error(`a schema without a name that is neither list nor scalar: ${text(schema)}`);
}

/** The shape of a schema that stands inside another: see `Shape` in lib/validation. */
function shapeOf(schema) {
  if (schema.$ref) return quoted(nameOf(schema.$ref));
  if (schema.enum) return `[${schema.enum.map(quoted).join(', ')}]`;
  if (schema.type === 'array') {
    const item = shapeOf(schema.items);
    if (!item.startsWith("'")) throw new Error(`give its items a name: ${text(schema)}`);
    return `${item.slice(0, -1)}[]'`;
  }
  if (schema.pattern) return literal(schema.pattern);
  return quoted(schema.type);
}

const text = (schema) => JSON.stringify(schema);
const note = (description, indent = '') =>
  description ? `${indent}/** ${description.replaceAll('*/', '* /')} */\n` : '';

function members(schema) {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(([name, of]) => ({
    name, of, optional: !required.has(name),
  }));
}

function declaration([name, schema]) {
  const said = note(schema.description);
  if (schema.type === 'object') {
    const fields = members(schema).map(
      (member) =>
        `${note(member.of.description, '  ')}  readonly ${member.name}` +
        `${member.optional ? '?' : ''}: ${typeOf(member.of)};\n`,
    );
    if (fields.length === 0) return `${said}export type ${name} = Record<string, never>;\n`;
    return `${said}export interface ${typeName(name)} {\n${fields.join('')}}\n`;
  }
  const type = typeOf(schema);
  const branded = schema.enum ? type : `Brand<${type}, ${quoted(name)}>`;
  return `${said}export type ${typeName(name)} = ${branded};\n`;
}

function shape([name, schema]) {
  if (schema.type !== 'object') return `  ${name}: ${shapeOf(schema)},\n`;
  const fields = members(schema).map(
    (member) => `${member.optional ? `'${member.name}?'` : member.name}: ${shapeOf(member.of)}`,
  );
  return `  ${name}: { ${fields.join(', ')} },\n`;
}

/** The names of the schemas that a schema speaks of. */
const spokenOf = (schema) =>
  [...text(schema ?? {}).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);

/** What the server answers with, and all that stands in it: a page holds nothing else against its
 * shape. */
function answered(document) {
  const all = new Set();
  const take = (name) => {
    if (all.has(name)) return;
    all.add(name);
    spokenOf(document.components.schemas[name]).forEach(take);
  };
  for (const methods of Object.values(document.paths)) {
    for (const { responses } of Object.values(methods)) spokenOf(responses).forEach(take);
  }
  return all;
}

const content = (part) => part.content['application/json'].schema;

/** A query whose input is flat is asked by GET, with the input in the address. */
function methodOf(operation, input, schemas) {
  const isFlat = ({ of }) =>
    of.type !== 'array' && schemas[nameOf(of.$ref ?? '')]?.type !== 'object';
  const isShort = ({ of }) => (of.maxLength ?? 0) <= LONGEST_PARAMETER;
  const fits = members(input).every((member) => isFlat(member) && isShort(member));
  return operation['x-ayni-kind'] === 'query' && fits ? 'get' : 'post';
}

function operations(document) {
  const schemas = document.components.schemas;
  return Object.values(document.paths).flatMap((methods) => {
    const operation = methods.post;
    if (!operation?.['x-ayni-kind']) return [];
    const input = nameOf(content(operation.requestBody).$ref);
    return [{
      name: operation.operationId,
      method: methodOf(operation, schemas[input], schemas),
      input: typeName(input),
      output: nameOf(content(operation.responses['200']).$ref),
      roles: operation['x-ayni-roles'],
    }];
  });
}

/** The text of generated.ts for an OpenAPI 3.1 document. */
export function generate(described) {
  const document = withNames(described);
  const schemas = Object.entries(document.components.schemas);
  const uses = operations(document);
  const answers = answered(document);
  return [
    '// Generated by tools/api.mjs from openapi.json: `npm run api` makes it anew.\n',
    "import type { Brand } from '../lib/validation/brand';\n\n",
    schemas.map(declaration).join('\n'),
    '\n/** Every schema by its name. */\nexport interface Schemas {\n',
    ...schemas.map(([name]) => `  readonly ${name}: ${typeName(name)};\n`),
    '}\n\n/** What each answer looks like on the wire, and each choice. */\n',
    'export const shapes = {\n',
    ...schemas.filter(([name, schema]) => schema.enum || answers.has(name)).map(shape),
    '} as const;\n\n/** What each use case takes. */\nexport interface Inputs {\n',
    ...uses.map((use) => `  readonly ${use.name}: ${use.input};\n`),
    '}\n\n/** By which method each use case is reached, what it answers, and which roles may. */\n',
    'export const operations = {\n',
    ...uses.map((use) => `  ${use.name}: ['${use.method}', '${use.output}', ` +
      `[${use.roles.map(quoted).join(', ')}]],\n`),
    '} as const;\n',
  ].join('');
}

const here = (name) => new URL(`../src/api/${name}`, import.meta.url);

/** The document that is committed, and the file made from it. */
export const committed = {
  document: () => JSON.parse(readFileSync(here('openapi.json'), 'utf8')),
  generated: () => readFileSync(here('generated.ts'), 'utf8'),
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(here('generated.ts'), generate(committed.document()));
}
