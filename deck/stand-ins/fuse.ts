interface Slide {
  no: number
  title?: string
}

/** For `fuse.js`, which finds slides by likeness: to go to a slide, its number or a part of its title will do. */
export default class Fuse {
  readonly slides: Slide[]
  constructor(slides: Slide[]) {
    this.slides = slides
  }

  search(words: string): { item: Slide }[] {
    const part = words.toLowerCase()
    return this.slides
      .filter(({ no, title }) => String(no) === part || String(title).toLowerCase().includes(part))
      .map(item => ({ item }))
  }
}
