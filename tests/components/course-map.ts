import type { CourseMap, MapTrial, MapVerdict } from '../../core/course-map.ts'

/** A map of a course with a verdict for every kind of place, for tests to put in the place of the tiny course's. */
function verdict(id: string, device: MapVerdict['device'], system: MapVerdict['system'], evidence: MapVerdict['evidence'], status: MapVerdict['approval']['status'], year = 2018): MapVerdict {
  return {
    id,
    title: `Title of ${id}`,
    device,
    system,
    evidence,
    approval: status === 'not-approved' || status === 'not-a-device' ? { status } : { status, by: 'US FDA', year, for: `people of ${id}` },
    checked: '2026-11-22',
    slide: { id: 'tea.verdict', title: 'What was found on tea', no: 3 },
  }
}

function trial(id: string, goal: MapTrial['goal'], kind: MapTrial['outcome']['kind'], arms: MapTrial['outcome']['arms']): MapTrial {
  return {
    id,
    name: `${id.toUpperCase()}, 2001`,
    device: 'implant',
    who: `Adults of ${id}`,
    compared: 'On against off, 10 weeks',
    goal,
    outcome: { label: `Felt better in ${id}`, inShort: `${id} eased`, kind, arms },
  }
}

export const map: CourseMap = {
  verdicts: [
    verdict('tea.epilepsy', 'implant', 'brain', 'established', 'approved', 1997),
    verdict('tea.stomach', 'ear-skin', 'gut', 'promising', 'not-approved'),
    verdict('tea.belly', 'ear-needles', 'gut', 'promising', 'granted', 2019),
    verdict('tea.mood', 'implant', 'mood', 'mixed', 'approved', 2005),
    verdict('rain.migraine', 'neck-skin', 'pain', 'mixed', 'cleared'),
    verdict('rain.cluster', 'neck-skin', 'pain', 'early', 'cleared'),
    verdict('rain.ptsd', 'neck-skin', 'mood', 'early', 'designated', 2022),
    verdict('rain.gad', 'ear-skin', 'mood', 'early', 'not-approved'),
    verdict('rain.anatomy', 'none', 'general', 'established', 'not-a-device'),
    verdict('rain.well-being', 'several', 'general', 'not-supported', 'not-approved'),
    verdict('rain.epilepsy', 'implant', 'brain', 'established', 'approved', 1997),
  ],
  beliefs: [],
  trials: [
    trial('met', 'met', 'main', [{ name: 'Device on', people: 122, value: 35.2 }, { name: 'Device off', people: 120, value: 24.2 }]),
    trial('missed', 'missed', 'main', [{ name: 'Device on', value: 15.2 }, { name: 'Device off', value: 10 }]),
    trial('open', 'none', 'main', [{ name: 'With', value: 67.6 }, { name: 'Without', value: 40.9 }]),
    trial('other', 'met', 'secondary', [{ name: 'Fast', value: 81.2 }, { name: 'Slow', value: 75.9 }, { name: 'Sham', value: 47 }]),
  ],
}
