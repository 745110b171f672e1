/** The body seen from the front, in the units of FigureBodyOutline; the left half as one sees it is the right half mirrored. */
export const contour = 'M0 0C22 0 37.6 15 37.6 40C37.6 43 37.5 45 37.4 47C40 43.4 45.4 44.6 44.8 51C44.3 57.6 41.4 65.8 36.6 65.6'
  + 'C35.4 76 32 83.4 26 89.4C24.6 99 24.2 110 25.4 119C26.6 131 46 135.6 66 140.4C88 145.6 100.6 157 104 180'
  + 'C107 204 108 226 111.6 250C115.6 274 121.4 298 124.4 328C126.6 352 128 376 130 404'
export const side = 'M80.6 188C80 214 74.6 246 69 270C65 288 65 296 68 309C74 330 83.6 350 87.6 378C89.4 392 90.4 410 90.6 440'
/** As far as the shoulder, where a figure has no arms */
export const shoulder = contour.slice(0, contour.indexOf('C107'))
export const jaw = 'M26 89.4C19 96.4 9 101 0 101'
export const collarbone = 'M7 142C18 137.6 32 137.4 46 140.6C56 142.8 66 144 74 143.4'
export const earInside = 'M39.6 49.6C42.6 49.4 42.4 54 40.6 58.6'
