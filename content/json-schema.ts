import type { About } from '../core/course.schema.ts'
import { z } from 'zod'
import { aboutSchema, acceptedWordsSchema, agendasSchema, glossarySchema, lessonsSchema, numberExceptionsSchema, retiredSchema, tourSchema } from '../core/course.schema.ts'
import { evidenceSchemaOf, sourceSchema } from '../core/evidence.schema.ts'
import { headlinesSchema } from '../core/headlines.schema.ts'
import { bankSchemaOf } from '../core/question-types/index.schema.ts'
import { slideSchema, slideSchemas } from '../core/slides.schema.ts'

/** @returns by file name what completes and explains the content in an editor: JSON Schemas (draft 7, which YAML tools read) and snippets of slides */
export function editorFiles(about: About): Record<string, string> {
  const schemas = {
    'accepted-words': acceptedWordsSchema,
    'agendas': agendasSchema,
    'bank': bankSchemaOf({}, about.hotspots?.figures),
    'course': aboutSchema,
    'evidence': evidenceSchemaOf(about),
    'glossary': glossarySchema,
    'headlines': headlinesSchema,
    'lessons': lessonsSchema,
    'number-exceptions': numberExceptionsSchema,
    'retired': retiredSchema,
    'slide': slideSchema,
    'sources': z.array(sourceSchema),
    'tour': tourSchema,
  }
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
  return {
    ...Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [`.vscode/${name}.schema.json`, json(jsonSchema(schema))])),
    '.vscode/slides.code-snippets': json(snippets()),
  }
}

function jsonSchema(schema: z.ZodType) {
  return z.toJSONSchema(schema, { target: 'draft-7', io: 'input' })
}

const NOTES = ['', '<!--', 'Minutes: 1', 'Say: ', 'Ask: ', 'Expect: ', '-->', '']

/** VS Code's YAML tools do not look into Markdown, so a slide's fields come as a snippet of its layout. */
function snippets() {
  return Object.fromEntries(Object.entries(slideSchemas).map(([layout, schema]) => {
    const { properties = {}, required = [] } = jsonSchema(schema)
    const fields = Object.entries(properties).filter(([field]) => field !== 'layout' && field !== 'clicks' && (field !== 'routeAlias' || layout === 'cover'))
    const lines = fields.map(([field, property], index) => {
      const { type, description = '' } = property as { type?: string, description?: string }
      const hint = `\${${index + 1}:${description.replaceAll(': ', ', ').replace(/[}$]/g, '')}}`
      return `${field}: ${type === 'array' ? `[${hint}]` : hint}`
    })
    return [`Slide: ${layout}`, {
      scope: 'markdown',
      prefix: `slide-${layout}`,
      description: `A slide with the layout ${layout}: ${required.filter(field => field !== 'layout').join(', ')}`,
      body: ['---', `layout: ${layout}`, ...lines, '---', '', '$0', ...NOTES],
    }]
  }))
}
