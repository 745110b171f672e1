/** Paths of a small drawing on a grid of 24: lines, broken lines, filled areas. */
interface Sign {
  lines: string[]
  broken?: string[]
  filled?: string[]
}

/** The sign of each lesson of evidence/lessons.yaml, by its id. */
export const lessonSigns: Partial<Record<string, Sign>> = {
  // A stamp, and below it one full dot of three.
  'approved-is-not-proven': {
    lines: ['M3 6.4L18.6 3L21 10.4L5 14Z', 'M7.8 10L16.6 8', 'M12 17.4a2.1 2.1 0 1 0 .01 0', 'M18.6 17.4a2.1 2.1 0 1 0 .01 0'],
    filled: ['M5.4 17.4a2.1 2.1 0 1 0 .01 0'],
  },
  // An implant with its wire, and an ear.
  'one-device-is-not-another': {
    lines: ['M4.8 13H8a2.6 2.6 0 0 1 2.6 2.6V18.2A2.6 2.6 0 0 1 8 20.8H4.6A2.6 2.6 0 0 1 2 18.2V15.6A2.6 2.6 0 0 1 4.8 13Z', 'M6.4 13C6.4 9.6 3.8 9.4 3.8 6.2V2.8M1.8 6.4H5.8M1.8 3.8H5.8', 'M13 9.4A4.5 4.5 0 0 1 22 9.6C22 13.4 19.4 14.6 19 17.2C18.6 20.6 15.4 21 14.2 18.8', 'M16 10.4a1.6 1.6 0 1 1 3 .8C18.4 12.4 16.8 12.8 16.6 14.6'],
  },
  // A drop, and a person.
  'marker-is-not-outcome': {
    lines: ['M6.4 5.4C3.8 9.2 2.4 11.4 2.4 14a4 4 0 0 0 8 0C10.4 11.4 9 9.2 6.4 5.4Z', 'M17.4 3.4a2.9 2.9 0 1 0 .01 0', 'M13 21V16.8C13 13.6 14.8 12.2 17.4 12.2S21.8 13.6 21.8 16.8V21'],
  },
  // Two arrows that rise, the second one pretended.
  'sham-improves-too': {
    lines: ['M7 20.6V3.6M2.8 7.8L7 3.6L11.2 7.8', 'M13.4 12L17.4 8L21.4 12'],
    broken: ['M17.4 20.6V9'],
  },
  // A target, and an arrow that lands beside its middle.
  'secondary-is-not-main': {
    lines: ['M10.4 5.2a8.2 8.2 0 1 0 .01 0', 'M21.8 2.2L16.2 7.8M16.2 3.6V7.8H20.4'],
    filled: ['M10.4 11.2a2.2 2.2 0 1 0 .01 0'],
  },
  // A full slice of a whole that nobody drew.
  'percentage-of-whom': {
    lines: [],
    broken: ['M19.8 7.5A9 9 0 1 1 12 3'],
    filled: ['M12 12V2.4A9.6 9.6 0 0 1 20.3 7.2Z'],
  },
}
