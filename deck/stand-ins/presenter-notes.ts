/** For `NoteStatic.vue` in a presenter's view that was built: its notes are in the build. */
export { default } from '../PresenterNotes.vue'
