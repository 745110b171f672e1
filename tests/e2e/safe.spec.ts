import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './course.ts'

const documents = readdirSync('.test-dist/public', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.html')).map(file => ({ file, html: readFileSync(join('.test-dist/public', file), 'utf8') }))

test('every document has a policy that lets in nothing of others, and no script in the page', () => {
  expect(documents.length).toBeGreaterThan(250)
  for (const { file, html } of documents) {
    // What was built beside the documents, and is no page of the course.
    if (file.startsWith('theme/'))
      continue
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1]
    expect(policy, file).toContain('default-src \'self\'')
    expect(policy, file).not.toContain('unsafe-eval')
    expect(/script-src/.test(policy!), `${file} has no weaker rule for scripts`).toBe(false)
    expect(html.match(/<script(?![^>]*\ssrc=)[^>]*>/g), `${file} holds a script`).toBeNull()
    expect(html.match(/\son[a-z]+="/g), `${file} holds a handler`).toBeNull()
  }
})

test('no document asks another host for anything but a link to follow', () => {
  for (const { file, html } of documents)
    expect(html.match(/<(?:script|link|img|iframe|source|video|audio)[^>]*\s(?:src|href)="(?:https?:)?\/\/[^"]*"/g), file).toBeNull()
})

test.describe('the policy is in force', () => {
  // The browser says in the console what it did not run, as it should.
  test.use({ expectTrouble: true })

  test('a script that is written into the page does not run', async ({ page }) => {
    await page.goto('/learn/gut')
    expect(await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.ran = true'
      document.head.append(script)
      return 'ran' in window
    })).toBe(false)
  })
})

const hostile = [
  '?questions=<img src=x onerror=alert(1)>&seed=<script>alert(1)</script>',
  '?questions=__proto__,constructor,toString&seed=__proto__',
  `?questions=${'a,'.repeat(5000)}&seed=${'s'.repeat(5000)}`,
  '?seed[]=1&questions[]=2&questions=%00%ff',
]

for (const query of hostile) {
  test(`a quiz takes no harm from the address ${query.slice(0, 40)}`, async ({ page }) => {
    page.on('dialog', dialog => expect(dialog.message()).toBe('no dialog'))
    await page.goto(`/quiz/gut${query}`)
    // Its questions are known nowhere: that is said, and the learner's own quiz is a press away.
    await page.getByRole('button', { name: 'Take a quiz of this section' }).click()
    await expect(page.locator('[data-question]')).toBeVisible()
    await expect(page.getByText('Question 1 of 6')).toBeVisible()
    await expect(page).toHaveURL(/\/quiz\/gut/)
  })
}
