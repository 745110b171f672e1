/** @returns where a browser keeps what it knows of a room: the person's number of chance, their votes, and which answers are in their progress */
export function keptKeys(code: string): Record<'who' | 'outbox' | 'own', string> {
  const outbox = `${__COURSE_ID__}.room.${code}`
  return { outbox, who: `${outbox}.who`, own: `${outbox}.own` }
}
