import antfu from '@antfu/eslint-config'

/** Import rules of the house (docs/architecture.md): a folder's name says what it may touch. */
function mayNotImport(files, patterns, ignores = []) {
  return {
    files,
    ignores,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns },
      ],
    },
  }
}

const app = {
  group: [
    '**/stores/**',
    '**/components/**',
    '**/composables/**',
    '**/pages/**',
    '**/layouts/**',
    '**/deck/**',
    '**/setup/**',
    '**/site/**',
  ],
  message: 'This folder may not touch the app.',
}
const words = {
  group: ['**/words/**'],
  message: 'This folder speaks in codes; words/ has the sentences.',
}
const vue = {
  group: [
    'vue',
    'vue-router',
    'pinia',
    'pinia-*',
    '@vue/*',
  ],
  message: 'This folder knows no Vue.',
}
const slidev = {
  group: ['@slidev/*', '@slidev/*/**', '#slidev/*'],
  message: 'Only deck/ knows Slidev.',
}
const router = {
  group: ['vue-router'],
  message: 'Pages are documents, links are plain; only the deck has routes.',
}
const node = {
  group: ['node:*'],
  message: 'This folder knows no Node.',
}
const content = {
  group: [
    '**/content/**',
    '**/scripts/**',
    '**/live/**',
    'yaml',
    'zod',
    'ws',
    'postgres',
  ],
  message: 'The browser sees virtual:course, never the readers of files.',
}
const callers = {
  group: ['**/exports/**', '**/live/**', '**/scripts/**'],
  message: 'These call this folder, not the other way round.',
}
const above = {
  group: ['**/deck/**', '**/setup/**', '**/site/**', '**/layouts/**'],
  message: 'These are made of this folder, not the other way round.',
}
const scheduler = {
  group: ['ts-fsrs'],
  message: 'Only core/review.ts knows the scheduler.',
}
const schemas = {
  group: ['**/*.schema.ts'],
  allowTypeImports: true,
  message: 'Schemas are for the build: import only types.',
}

/** What Slidev draws has its names, in selectors of styles too: the whole text of a file is looked through. */
const slidevParts = {
  create: context => ({
    Program() {
      for (const { index, 0: name } of context.sourceCode.text.matchAll(/\.slidev-[\w-]+|#slide-?(?:content|container|show)\b|\.z-modal\b/g))
        context.report({ loc: context.sourceCode.getLocFromIndex(index), message: `${name} is a part of Slidev: only deck/ names it.` })
    },
  }),
}

export default antfu(
  {
    vue: true,
    typescript: true,
    markdown: false,
    ignores: [
      'dist',
      'exports-out',
      '.present',
      '.room',
      '.test-dist',
      'slides.md',
      'slides/**',
      'docs/**',
      'README.md',
      'test-results',
      'public/**',
      // Frozen as they were saved.
      'tests/fixtures/progress/**',
    ],
    rules: {
      'max-lines': ['warn', 300],
      'no-console': 'off',
      'node/prefer-global/process': 'off',
      'node/prefer-global/buffer': 'off',
      'antfu/no-top-level-await': 'off',
      'antfu/reasonable-newline': 'off',
      'vue/max-attributes-per-line': 'off',
      // Nothing that is written or imported may become markup.
      'vue/no-v-html': 'error',
      'vue/singleline-html-element-content-newline': 'off',
      'unicorn/consistent-function-scoping': 'off',
    },
  },
  {
    files: ['**/*.{yaml,yml,json}'],
    rules: { 'max-lines': 'off' },
  },
  mayNotImport(['core/**/*.ts'], [
    app,
    words,
    vue,
    slidev,
    node,
    content,
    schemas,
    scheduler,
  ], ['core/**/*.schema.ts', 'core/**/*.test.ts', 'core/review.ts']),
  mayNotImport(['core/review.ts'], [app, words, vue, slidev, node, content, schemas]),
  mayNotImport(['core/**/*.schema.ts'], [
    app,
    words,
    vue,
    slidev,
    node,
    {
      group: ['**/content/**', '**/live/**', 'yaml'],
      message: 'core/ reads no files.',
    },
  ]),
  {
    files: ['core/**/*.ts'],
    ignores: ['core/**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'localStorage',
        'process',
        'setTimeout',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
        { object: 'Math', property: 'random', message: 'Chance comes in as a seed.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time comes in as an argument.' },
      ],
    },
  },
  mayNotImport(['words/**/*.ts'], [
    app,
    vue,
    slidev,
    node,
    content,
    { group: ['**/core/**'], allowTypeImports: true, message: 'A catalogue knows the codes of core/, which are types.' },
  ], ['words/**/*.test.ts']),
  // What may be written in a slide is read with Vue's own compiler.
  mayNotImport(['content/**/*.ts'], [app, vue, callers], ['content/{components,markup}.ts']),
  mayNotImport(['scripts/**/*.ts'], [app, vue], ['scripts/build-course.ts']),
  mayNotImport(['scripts/build-course.ts'], [{ ...app, group: app.group.filter(group => group !== '**/deck/**') }, vue]),
  mayNotImport(['content/{components,markup}.ts'], [app, callers]),
  mayNotImport(['live/**/*.ts'], [app, words, vue, slidev, { ...callers, group: ['**/exports/**', '**/scripts/**'] }], ['live/**/*.test.ts']),
  // A package for another system is made of the checked course, never of the app.
  mayNotImport(['exports/**/*.ts'], [app, vue, slidev, { ...callers, group: ['**/live/**', '**/scripts/**'] }]),
  mayNotImport(['stores/**/*.ts'], [
    slidev,
    words,
    content,
    schemas,
    { group: app.group.filter(group => group !== '**/stores/**'), message: 'A store knows core/ only.' },
  ], ['stores/**/*.test.ts']),
  // Questions run unchanged on a slide, on a page, in review, in the gallery: a public question and what is revealed of it in, an answer out.
  mayNotImport(['components/quiz/**/*.vue'], [
    slidev,
    content,
    schemas,
    {
      regex: '/(?:stores|pages)/|/composables/(?!pressGuard|useFold|useOperable)|/core/(?!question-types/|asking\\.ts)',
      allowTypeImports: true,
      message: 'Only QuizQuestion.vue joins a card to the store. Parts may use pure helpers of core/question-types/.',
    },
  ], ['components/quiz/QuizQuestion.vue']),
  mayNotImport(['components/**/*.{vue,ts}'], [slidev, router, content, schemas, { ...above, group: ['**/pages/**', ...above.group] }], ['components/quiz/!(QuizQuestion).vue', '**/*.test.ts']),
  mayNotImport(['pages/**/*.{vue,ts}', 'layouts/!(error).vue'], [slidev, router, content, schemas, above]),
  mayNotImport(['composables/**/*.ts'], [slidev, router, content, schemas, { ...above, group: ['**/pages/**', ...above.group] }, { regex: '/components/(?!quiz/hotspot\\.ts)', message: above.message }], ['composables/**/*.test.ts']),
  mayNotImport(['site/**/*.ts'], [slidev, router, content, schemas]),
  mayNotImport(['layouts/error.vue', 'setup/**/*.ts'], [slidev, router, schemas]),
  mayNotImport(['deck/**/*.{ts,vue}'], [
    {
      ...content,
      group: ['**/scripts/**', '**/live/**', 'yaml', 'zod'],
    },
    schemas,
  ]),
  {
    files: ['**/*.{ts,vue}'],
    ignores: ['deck/**', 'tests/**', 'scripts/bench/**', 'vitest.config.ts'],
    plugins: { course: { rules: { 'slidev-parts': slidevParts } } },
    rules: { 'course/slidev-parts': 'error' },
  },
)
