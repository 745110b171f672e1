import type { AskedQuestion } from '../../core/course.ts'

/** A made-up question of each type, about the course's method and nothing else, with an answer of each kind. */
export interface Example {
  question: AskedQuestion
  /** Not enough to be sent */
  unfinished?: unknown
  /** Where there is one */
  partly?: unknown
  wrong: unknown
}

const of = (type: string) => ({ id: `gallery.${type}`, about: 'gallery.method', taughtAt: 'gallery.method', sources: [], revision: 1, quiz: true })

export const examples: Example[] = [
  {
    question: {
      ...of('choice'),
      type: 'choice',
      prompt: 'What does a sham device show in a trial?',
      hint: 'It looks and feels like the real one.',
      options: {
        a: { text: 'How much changes without the real device', feedback: 'Time, care and hope change things too.' },
        b: { text: 'How safe the real device is', feedback: 'Safety is counted in both groups.' },
        c: { text: 'Which people need the real device', feedback: 'Who takes part is decided before.' },
      },
      answer: 'a',
      explanation: 'The gap between the two groups is what the device can claim.',
    },
    wrong: 'b',
  },
  {
    question: {
      ...of('choices'),
      type: 'choices',
      prompt: 'Which of these make a trial easier to trust?',
      hint: 'Two of the four.',
      options: {
        a: { text: 'Chance forms the groups', feedback: 'Then the groups are alike at the start.' },
        b: { text: 'The main goal is named beforehand', feedback: 'Then nobody can choose it afterwards.' },
        c: { text: 'A famous person took part', feedback: 'Fame is no measurement.' },
        d: { text: 'The report is long', feedback: 'Length says nothing about the method.' },
      },
      answer: ['a', 'b'],
      explanation: 'Chance and a goal named beforehand keep wishes out.',
    },
    partly: ['a'],
    wrong: ['c', 'd'],
  },
  {
    question: {
      ...of('order'),
      type: 'order',
      prompt: 'Put the steps of a trial in order.',
      hint: 'The counting comes last.',
      options: {
        a: { text: 'Name the main goal', feedback: 'First, before anybody takes part.' },
        b: { text: 'Let chance form the groups', feedback: 'Second, so that the groups are alike.' },
        c: { text: 'Treat one group and sham the other', feedback: 'Third.' },
        d: { text: 'Count in both groups', feedback: 'Last.' },
      },
      answer: ['a', 'b', 'c', 'd'],
      explanation: 'A goal that is named last is no goal.',
    },
    partly: ['b', 'a', 'c', 'd'],
    wrong: ['d', 'c', 'b', 'a'],
  },
  {
    question: {
      ...of('match'),
      type: 'match',
      prompt: 'Match each word with what it means.',
      hint: 'A badge is not a medal.',
      options: {
        a: { text: 'Approval', feedback: 'An office said yes, for a named use.' },
        b: { text: 'Evidence', feedback: 'How sure the studies make us.' },
        c: { text: 'Claim', feedback: 'It stands in the article, proven or not.' },
      },
      targets: { x: 'A decision of a regulator', y: 'What studies found', z: 'A sentence that asserts something' },
      answer: { a: 'x', b: 'y', c: 'z' },
      explanation: 'The course keeps the three apart.',
    },
    unfinished: { a: 'x' },
    partly: { a: 'x', b: 'z', c: 'y' },
    wrong: { a: 'y', b: 'z', c: 'x' },
  },
  {
    question: {
      ...of('sort'),
      type: 'sort',
      prompt: 'Sort these six sentences.',
      hint: 'Who could say this sentence: an office, a study, or the article?',
      options: {
        a: { text: 'The device may be sold for this use', feedback: 'An office decides what may be sold.' },
        b: { text: 'The groups did not clearly differ', feedback: 'A study counts and compares.' },
        c: { text: 'It gives you back your balance', feedback: 'Nobody can count a balance.' },
        d: { text: 'Eleven people left the study early', feedback: 'A study counts who leaves, too.' },
        e: { text: 'It is cleared as much like an older device', feedback: 'Cleared is a word of the office.' },
        f: { text: 'The future of healing', feedback: 'A promise, which no study can settle.' },
      },
      bins: { x: 'A decision', y: 'A finding', z: 'A promise' },
      answer: { a: 'x', b: 'y', c: 'z', d: 'y', e: 'x', f: 'z' },
      explanation: 'Ask of each sentence who could say it.',
    },
    unfinished: { a: 'x', b: 'y', c: 'z', d: 'y' },
    partly: { a: 'x', b: 'x', c: 'z', d: 'y', e: 'x', f: 'y' },
    wrong: { a: 'y', b: 'x', c: 'x', d: 'z', e: 'y', f: 'y' },
  },
  {
    question: {
      ...of('gap'),
      type: 'gap',
      prompt: 'Complete the sentence about the method of this course.',
      hint: 'The first word names a device that only looks real.',
      sentence: 'A trial compares the real device with a {a}, and what the device can claim is {b} between them.',
      gaps: {
        a: { accept: ['sham', 'sham device', 'dummy'], feedback: 'The word is sham: it looks real and does not treat.' },
        b: {
          choices: {
            x: { text: 'the difference', feedback: 'What is alike in both groups is not due to the device.' },
            y: { text: 'the average', feedback: 'An average mixes the two groups.' },
            z: { text: 'the time', feedback: 'Time passes in both groups alike.' },
          },
          answer: 'x',
        },
      },
      explanation: 'Only the gap between the groups counts.',
    },
    unfinished: { b: 'x' },
    partly: { a: 'Sham', b: 'y' },
    wrong: { a: 'doctor', b: 'z' },
  },
  {
    question: {
      ...of('estimate'),
      type: 'estimate',
      as: 'people',
      prompt: 'A hundred people toss a coin twice. How many of them see heads both times, on average?',
      hint: 'Half of them, and then half of those.',
      unit: 'people in 100',
      min: 0,
      max: 100,
      step: 1,
      answer: 25,
      tolerance: 5,
      feedback: {
        low: 'It is more: half of them, and half of those.',
        near: 'Half of them, and half of those: 25.',
        high: 'It is less: two throws must both fit.',
      },
      explanation: 'Chance alone does this, with no device at all.',
    },
    unfinished: 140,
    partly: 32,
    wrong: 60,
  },
  {
    question: {
      ...of('estimate-number'),
      type: 'estimate',
      as: 'number',
      prompt: 'How many weeks do three months have, about?',
      hint: 'A year has 52.',
      unit: 'weeks',
      min: 0,
      max: 40,
      step: 1,
      answer: 13,
      tolerance: 2,
      feedback: {
        low: 'A year has 52 weeks, and this is a quarter of it.',
        near: 'A quarter of 52 weeks.',
        high: 'That is more than a quarter of a year.',
      },
      explanation: 'Many trials run for about 12 weeks, which is almost three months.',
    },
    partly: 16,
    wrong: 30,
  },
  {
    question: {
      ...of('hotspot'),
      type: 'hotspot',
      figure: 'nerve-course',
      prompt: 'On this drawing, the person’s left is on your right. Which mark lies on the heart?',
      hint: 'It lies in the chest, a little to the person’s left.',
      options: {
        a: { text: 'Between the lungs', region: 'heart', feedback: 'The tip of the heart points to the person’s left.' },
        b: { text: 'Beside the stomach', region: 'spleen', feedback: 'That is the spleen.' },
        c: { text: 'Under the ribs, in front', region: 'stomach', feedback: 'That is the stomach.' },
        d: { text: 'At the base of the brain', region: 'brainstem', feedback: 'That is the brainstem.' },
        e: { text: 'In the neck', region: 'throat', feedback: 'That is the voice box.' },
      },
      answer: 'a',
      explanation: 'A map of a body is read as if the person stood before you.',
    },
    wrong: 'b',
  },
  {
    question: {
      ...of('hotspot-body'),
      type: 'hotspot',
      figure: 'device-places',
      prompt: 'On this drawing, which mark lies on the ear?',
      hint: 'Look at the side of the head.',
      options: {
        a: { text: 'The side of the head', region: 'ear', feedback: 'The mark points to the outer ear.' },
        b: { text: 'The skin of the neck', region: 'neck-skin', feedback: 'This mark lies on the neck.' },
        c: { text: 'Within the neck', region: 'neck-cuff', feedback: 'This mark lies in the neck, on the person’s left.' },
        d: { text: 'The chest', region: 'chest-implant', feedback: 'This mark lies on the chest, on the person’s left.' },
        e: { text: 'The belly', region: 'belly', feedback: 'This mark lies on the belly.' },
      },
      answer: 'a',
      explanation: 'Each place has its own studies.',
    },
    wrong: 'd',
  },
  {
    question: {
      ...of('hotspot-plane'),
      type: 'hotspot',
      figure: 'approval-and-proof',
      prompt: 'A device may be sold, and its one trial had no sham. Where on this plane does it belong?',
      hint: 'Ask twice: what did the office say, and what did the trial show?',
      options: {
        a: { text: 'A decision, and strong proof', region: 'approved-strong', feedback: 'A trial without a sham is no strong proof.' },
        b: { text: 'No decision, and strong proof', region: 'not-approved-strong', feedback: 'It may be sold, so there was a decision.' },
        c: { text: 'A decision, and weak proof', region: 'approved-weak', feedback: 'The two questions have two answers.' },
        d: { text: 'No decision, and weak proof', region: 'not-approved-weak', feedback: 'It may be sold, so there was a decision.' },
      },
      answer: 'c',
      explanation: 'Approved is not proven.',
    },
    wrong: 'a',
  },
]
