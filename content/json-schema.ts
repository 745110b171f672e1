import { z } from 'zod'
import { evidenceFileSchema, sourceSchema } from '../core/course.schema.ts'
import { bankSchema } from '../core/question-types/index.schema.ts'

/** @returns by file name the JSON Schemas that complete and explain the fields in an editor (draft 7, which YAML tools read) */
export function schemaFiles(): Record<string, string> {
  const json = (schema: z.ZodType) => `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }), null, 2)}\n`
  return {
    '.vscode/bank.schema.json': json(bankSchema),
    '.vscode/evidence.schema.json': json(evidenceFileSchema),
    '.vscode/sources.schema.json': json(z.array(sourceSchema)),
  }
}
