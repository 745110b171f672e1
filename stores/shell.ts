/*
 * Inside a learning system the memory of the shell around the page stands in for the browser's: on the system's origin
 * two learners of one computer would see each other's answers.
 */

/** Has the page keep everything in the shell, where there is one. */
export function takeStorageOfShell(): void {
  try {
    const storage = window.parent === window ? undefined : window.parent.courseShell?.storage
    if (storage) {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { value: storage, configurable: true })
    }
  }
  catch {
    // A frame of another origin is no shell of ours.
  }
}
