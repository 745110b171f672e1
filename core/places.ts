import { sectionOf, slugOf } from './course.ts'

/*
 * Where everything of the course stands: the only file that spells an address or an anchor. A place begins with a slash,
 * which is the folder that the course lies in, wherever that is; `hrefOf` makes an address of it. Pages end with a slash,
 * as their links are relative: a host may show `/evidence` without leading to `/evidence/`.
 */

/** The pages of which there is one. */
export const pagePlaces = {
  home: '/',
  tour: '/tour/',
  parts: '/learn/',
  quizzes: '/quiz/',
  evidence: '/evidence/',
  glossary: '/glossary/',
  progress: '/progress/',
  certificate: '/certificate/',
  review: '/review/',
  beliefs: '/beliefs/',
  headlines: '/headlines/',
  accessibility: '/accessibility/',
  gallery: '/gallery/',
  roomGallery: '/gallery/room/',
  lessonsHandout: '/handout/lessons/',
  room: '/room/',
  remote: '/remote/',
  report: '/report/',
} as const

/** The pages that each section has. */
export const learnPlace = (section: string) => `/learn/${section}/`
export const quizPlace = (section: string) => `/quiz/${section}/`
export const handoutPlace = (section: string) => `/handout/${section}/`
/** What is printed for a workshop: for the room, and its answers */
export const agendaPlaces = {
  agendaHandout: (agenda: string) => `/agenda/${agenda}/`,
  agendaAnswers: (agenda: string) => `/agenda/${agenda}/answers/`,
} as const
export const questionsPlace = (section: string) => `/questions/${section}/`

const ALONG = '&along='
/** A room on a phone. `along` is what a phone takes to another address of the room, packed: no server sees this end of an address */
export const roomPlace = (code: string, along?: string) => `${pagePlaces.room}#${code}${along === undefined ? '' : `${ALONG}${along}`}`
/** @returns what stands in the end of a room's address */
export function readRoomHash(hash: string): { typed: string, along?: string } {
  const [typed = '', along] = hash.replace(/^#/, '').split(ALONG)
  return { typed, along }
}

/** A slide in the deck by its number, 1-based, on the stage or in the presenter's view; `slidesPlace` is a section's first. */
export const slidePlace = (no: number) => `/${no}`
export const presenterPlace = (no: number) => `/presenter/${no}`
export const slidesPlace = (section: string) => `/${section}`

/** A slide's address that stays on the slide where a phone would be led to the reading page. */
export const stayOnSlides = (place: string) => `${place}?slides`

/** What an element is called, so that an address can lead to it. Ids are `<section>.<slug>`; terms and lessons have no section. */
export const slideAnchor = (id: string) => slugOf(id)
export const verdictAnchor = (id: string) => `verdict-${id.replace('.', '-')}`
export const claimAnchor = (id: string) => `claim-${id.replace('.', '-')}`

/** A slide's words on the reading page of its section */
export const readingPlace = (slide: string) => `${learnPlace(sectionOf(slide))}#${slideAnchor(slide)}`
export const verdictPlace = (id: string) => `${pagePlaces.evidence}#${verdictAnchor(id)}`
/** A term or a lesson */
export const glossaryPlace = (id: string) => `${pagePlaces.glossary}#${id}`

/** @returns the same address for a server that shows no folders: `/learn/heart/#a` is `/learn/heart/index.html#a` */
export const withIndex = (place: string) => place.replace(/\/(?=$|[?#])/, '/index.html')

/** Where the deck stands in a folder that is opened without a server: there it is one document for all slides. */
export const deckFile = '/slides/index.html'

/** @returns the same address for a folder of files: pages name `index.html`, and a slide, whose place ends with no slash, stands after the deck's `#` */
export function asFile(place: string): string {
  const [, slide, query = ''] = /^([^?#]*[^?#/])(\?[^#]*)?$/.exec(place) ?? []
  return slide ? `${deckFile}${query}#${slide}` : withIndex(place)
}

/** Where a slide is too small to read, and its address leads to its words: a media query. */
export const TOO_NARROW_FOR_SLIDES = '(orientation: portrait) and (max-width: 699.98px), (max-width: 399.98px)'
/** All other windows. */
export const WIDE_ENOUGH_FOR_SLIDES = '(min-width: 700px), (orientation: landscape) and (min-width: 400px)'
