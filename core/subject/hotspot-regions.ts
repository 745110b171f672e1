/** The figures that can be asked about, and their regions. Drawn in components/figure. */
export const hotspotRegions = {
  'nerve-course': ['brainstem', 'ear', 'throat', 'lungs', 'heart', 'stomach', 'spleen', 'gut', 'colon-end'],
  'device-places': ['ear', 'neck-skin', 'neck-cuff', 'chest-implant', 'belly'],
  'approval-and-proof': ['approved-strong', 'approved-weak', 'not-approved-strong', 'not-approved-weak'],
} as const

export type HotspotFigure = keyof typeof hotspotRegions
