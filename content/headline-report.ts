import type { CourseFiles } from './course-files.ts'

/** @returns how many headlines turn on each lesson, how many of them hold, and how many stand in each form; with a head and a sum */
export function headlineCells({ headlines, lessons }: CourseFiles): string[][] {
  const bank = headlines.data ?? []
  const row = (name: string, part: typeof bank) => {
    const practised = part.filter(({ form }) => form === undefined)
    return [
      name,
      String(practised.length),
      String(practised.filter(({ lessons }) => lessons.length > 1).length),
      String(practised.filter(({ claim }) => claim === 'holds').length),
      ...(['a', 'b'] as const).map(form => String(part.filter(headline => headline.form === form).length)),
    ]
  }
  return [
    ['', 'practised', 'with a second lesson', 'that hold', 'form a', 'form b'],
    ...(lessons.data ?? []).map(({ id }) => row(id, bank.filter(headline => headline.lessons.includes(id)))),
    row('all', bank),
  ]
}
