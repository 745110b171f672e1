/** Keeps a text in this browser. Where there is no room for it, what it says holds as long as the page is open. */
export function keepText(key: string, text: string): void {
  try {
    localStorage.setItem(key, text)
  }
  catch {
    // A room that nobody can join for want of a few bytes would be worse.
  }
}
