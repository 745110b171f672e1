/**
 * @returns where a browser keeps what it knows of a room: the person's number of chance, their votes, which answers are in
 * their progress, and whether they came along from another address; for the tab, what they say of having answered before
 */
export function keptKeys(code: string): Record<'who' | 'outbox' | 'own' | 'along' | 'before', string> {
  const outbox = `${__COURSE_ID__}.room.${code}`
  return { outbox, who: `${outbox}.who`, own: `${outbox}.own`, along: `${outbox}.along`, before: `${outbox}.before` }
}
