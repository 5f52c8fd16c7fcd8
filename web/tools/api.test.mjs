import { describe, expect, it } from 'vitest';
import { committed, generate } from './api.mjs';

const quantity = {
  type: 'string', pattern: '^-?[0-9]{1,12}(\\.[0-9]{1,3})?$', examples: ['10.300'],
};
const date = { type: 'string', pattern: '^[0-9-]{10}$', examples: ['2025-03-01'] };
const shift = { type: 'string', enum: ['morning', 'evening'] };

const document = {
  openapi: '3.1.0',
  paths: {
    '/healthz': { get: { operationId: 'healthz' } },
    '/api/v1/days': use('days', 'query', ref('Asked'), []),
    '/api/v1/look': use('look', 'query', ref('Days'), []),
    '/api/v1/record': use('record', 'command', ref('DeliveryView'), ['manager', 'collector']),
  },
  components: {
    schemas: {
      Asked: { type: 'object', required: ['first'], properties: { first: date } },
      DeliveryView: {
        type: 'object',
        description: 'One can.',
        required: ['source', 'quantity', 'shift'],
        properties: {
          source: { type: 'integer', format: 'int64' },
          quantity: { ...quantity, description: 'in kg' },
          shift,
          note: { type: 'string', maxLength: 200, description: 'why' },
        },
      },
      Days: {
        type: 'object',
        required: ['cans', 'shifts', 'things'],
        properties: {
          cans: { type: 'array', items: ref('DeliveryView') },
          shifts: { type: 'array', items: shift },
          things: { type: 'array', items: { type: 'object', properties: { day: date } } },
        },
      },
    },
  },
};

function ref(name) {
  return { $ref: `#/components/schemas/${name}` };
}

function json(schema) {
  return { content: { 'application/json': { schema } } };
}

function use(name, kind, input, roles) {
  return {
    post: {
      operationId: name,
      'x-ayni-kind': kind,
      'x-ayni-roles': roles,
      requestBody: json(input),
      responses: { 200: json(ref('Days')) },
    },
  };
}

describe('the generator of types and shapes', () => {
  const text = generate(document);

  it.each([
    ['brands scalars', "export type Quantity = Brand<`${number}`, 'Quantity'>;"],
    ['brands ids', "export type SourceId = Brand<number, 'SourceId'>;"],
    ['keeps out of the way of the language', "export type IsoDate = Brand<string, 'Date'>;"],
    ['lists choices', "export type Shift = 'morning' | 'evening';"],
    ['carries the notes', '/** One can. */\nexport interface DeliveryView {'],
    ['carries the notes of members', '  /** in kg */\n  readonly quantity: Quantity;'],
    ['marks what may be absent', '  /** why */\n  readonly note?: string;'],
    ['types lists', 'readonly cans: readonly DeliveryView[];'],
    ['types lists of choices', 'readonly shifts: readonly Shift[];'],
    ['names what a list writes out', 'readonly things: readonly Thing[];'],
    ['writes the shape', "quantity: 'Quantity', shift: 'Shift', 'note?': 'string' },"],
    ['writes the shape of lists', "Days: { cans: 'DeliveryView[]', shifts: 'Shift[]', "],
    ['writes patterns', 'Quantity: /^-?[0-9]{1,12}(\\.[0-9]{1,3})?$/,'],
    ['types inputs', 'readonly record: DeliveryView;'],
    ['asks a flat query in the address', "  days: ['get', 'Days', []],\n"],
    ['asks any other query in the body', "  look: ['post', 'Days', []],\n"],
    ['says who may', "  record: ['post', 'Days', ['manager', 'collector']],\n"],
  ])('%s', (_what, expected) => {
    expect(text).toContain(expected);
  });

  it('leaves out what is no use case', () => {
    expect(text).not.toContain('healthz');
  });

  it('refuses a schema that it could not describe', () => {
    const schemas = { Odd: { type: 'object', properties: { inner: { type: 'null' } } } };
    expect(() => generate({ paths: {}, components: { schemas } })).toThrow('without a name');
  });
});

describe('src/api/generated.ts', () => {
  it('is what the generator makes of openapi.json', () => {
    expect(committed.generated()).toBe(generate(committed.document()));
  });
});
