import process from 'node:process'
import { buildCourse } from './build-course.ts'

// The public site. It works from any folder; BASE=/x/ is for the links of the page for unknown addresses.
const base = process.env.BASE ?? '/'
if (!/^\/(?:.*\/)?$/.test(base)) {
  console.error(`BASE must begin and end with a slash, as in BASE=/course/ (it is "${base}").`)
  process.exit(1)
}
await buildCourse({ out: 'dist', base, presents: false })
  .then(() => console.log('The public site is in dist/. Any static host serves it, from any folder.'))
  .catch((error) => {
    console.error(error.message)
    process.exit(1)
  })
