/** For Slidev's `v-mark`: no slide is marked by hand. */
export const createVMarkDirective = () => ({ install() {} })
