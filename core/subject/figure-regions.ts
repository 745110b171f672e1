import { brainstem, colonBeyond, colonServed, heart, larynx, lung, smallBowel, spleen, stomach } from './anatomy.ts'

interface Region {
  /** What lights up */
  shape: string
  /** Drawn with a pen of this width, where the shape is a line and not an area */
  pen?: number
  /** The middle of its mark, which is 44 px wide whatever the size of the figure */
  mark: [x: number, y: number]
  /** Where the line from the mark ends; without it, the mark lies on the region itself */
  to?: [x: number, y: number]
}

interface FigureOfRegions {
  viewBox: [x: number, y: number, width: number, height: number]
  /** By the names that course.yaml and questions use */
  regions: Record<string, Region>
}

/** @returns the path of a shape with its left and right exchanged */
const mirrored = (path: string) => path.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, x, y) => `${-Number(x)} ${y}`)

/** The left ear; the person's left is on the viewer's right, so x > 0 on both bodies. */
const ear = 'M37.4 47C40 43.4 45.4 44.6 44.8 51C44.3 57.6 41.4 65.8 36.6 65.6Z'

/** Two figures on FigureBodyOutline, in its units, and a plane of four fields. Drawn by FigureRegions.vue. */
export const figureRegions: Record<string, FigureOfRegions> = {
  'nerve-course': {
    viewBox: [-152, -6, 304, 400],
    regions: {
      'lungs': { shape: lung + mirrored(lung), mark: [-124, 176], to: [-40, 184] },
      'spleen': { shape: spleen, mark: [124, 224], to: [61, 243] },
      'gut': { shape: smallBowel + colonServed, pen: 9, mark: [-124, 316], to: [-34, 318] },
      'colon-end': { shape: colonBeyond, pen: 11, mark: [124, 346], to: [57, 318] },
      'stomach': { shape: stomach, mark: [124, 285], to: [36, 259] },
      'heart': { shape: heart, mark: [124, 163], to: [29, 196] },
      'throat': { shape: larynx, mark: [124, 102], to: [6, 112] },
      'ear': { shape: ear, mark: [124, 38], to: [44, 53] },
      'brainstem': { shape: brainstem, mark: [-124, 62], to: [-6, 70] },
    },
  },
  'device-places': {
    viewBox: [-152, -6, 304, 332],
    regions: {
      'ear': { shape: ear, mark: [124, 34], to: [44, 53] },
      'neck-skin': { shape: 'M-31 97.5L-29 117.5L-58 122.5C-64 123.5 -67.5 117 -68 110.5C-68.5 104 -66 98 -60 97.7Z', mark: [-124, 104], to: [-67, 110] },
      'neck-cuff': { shape: 'M9.4 107.4C10 102.6 20.6 101 21.6 105M9.4 115C10 110.2 20.6 108.6 21.6 112.6M9.4 122.6C10 117.8 20.6 116.2 21.6 120.2', pen: 4, mark: [124, 100], to: [22, 112] },
      'chest-implant': { shape: 'M55 160H66A9 9 0 0 1 75 169V177A9 9 0 0 1 66 186H55A9 9 0 0 1 46 177V169A9 9 0 0 1 55 160Z', mark: [124, 172], to: [74, 173] },
      'belly': { shape: 'M-30 282A30 24 0 1 0 30 282A30 24 0 1 0 -30 282Z', mark: [-124, 276], to: [-29, 282] },
    },
  },
  'approval-and-proof': {
    viewBox: [0, 0, 320, 240],
    regions: {
      'not-approved-strong': { shape: 'M36 4H174V102H36Z', mark: [105, 53] },
      'approved-strong': { shape: 'M178 4H316V102H178Z', mark: [247, 53] },
      'not-approved-weak': { shape: 'M36 106H174V204H36Z', mark: [105, 155] },
      'approved-weak': { shape: 'M178 106H316V204H178Z', mark: [247, 155] },
    },
  },
}
