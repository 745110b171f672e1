/** The text of the plain decks that the course is measured beside: the same four slides for each tool. */
export const fourSlides: { title: string, points: string[] }[] = [
  { title: 'What the device reaches', points: ['It runs from the brainstem to the belly.', 'Most of its fibres carry messages up, to the brain.', 'It helps to steer heartbeat, breathing and digestion.'] },
  { title: 'How it is stimulated', points: ['An implant in the chest with a wire to the neck.', 'A device held against the skin of the neck.', 'A clip at the ear, where the skin is thin.'] },
  { title: 'What a fair test needs', points: ['A group that gets a sham device.', 'Chance decides who gets which.', 'The main goal is named before the trial begins.'] },
  { title: 'What to take home', points: ['Approved and proven are not the same.', 'One device is not another.', 'Ask: better than what, in whom, for how long?'] },
]
