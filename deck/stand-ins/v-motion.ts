/** For Slidev's `v-motion`: nothing on a slide moves. */
export const createVMotionDirectives = () => ({ install() {} })
