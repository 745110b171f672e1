/* What `figures:` of the evidence becomes, a module for each figure of this course. */

declare module 'virtual:course/figure/reflex' {
  export const figure: import('../../../core/subject/figures.ts').Figure<'reflex'>
}

declare module 'virtual:course/figure/device-families' {
  export const figure: import('../../../core/subject/figures.ts').Figure<'device-families'>
}

declare module 'virtual:course/figure/fibres' {
  export const figure: import('../../../core/subject/figures.ts').Figure<'fibres'>
}

declare module 'virtual:course/figure/mood-pathway' {
  export const figure: import('../../../core/subject/figures.ts').Figure<'mood-pathway'>
}

declare module 'virtual:course/figure/breathing' {
  export const figure: import('../../../core/subject/figures.ts').Figure<'breathing'>
}

declare module 'virtual:course/figure/nerve-course' {
  export const figure: import('../../../core/subject/figures.ts').Figure<'nerve-course'>
}

declare module 'virtual:course/figure/autonomic-plane' {
  export const figure: import('../../../core/subject/figures.ts').Figure<'autonomic-plane'>
}

declare module 'virtual:course/figure/autonomic-organs' {
  export const figure: import('../../../core/subject/figures.ts').Figure<'autonomic-organs'>
}

declare module 'virtual:course/figure/headache-trials' {
  export const figure: import('../../../core/subject/figures.ts').Figure<'headache-trials'>
}

declare module 'virtual:course/figure/evidence-scale' {
  export const figure: import('../../../core/subject/figures.ts').Figure<'evidence-scale'>
}
