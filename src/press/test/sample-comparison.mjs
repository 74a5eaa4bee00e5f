// A comparison of three countries and one that is left out, with every way in which a figure may be missing.
const terms = (changes) => ({
  instrument: 'dgcc-2026', title: 'Example instrument – أداة', hash: 'c'.repeat(64), mapping: 1, round: '2026', stage: 'final', agencies: 40, verified: '100', shown: 18, breaks: false, before: '2025',
  dataOn: '2026-11-12', version: 2, level: 'areas', agreement: { number: 3, endsOn: '2027-12-31' }, suppression: { threshold: 5, hidden: 6 }, ...changes,
});
const reason = (code, changes) => ({ code, countries: [], other: null, count: null, needed: null, ...changes });
const shown = (country, answered, counts, changes) => ({ country, availability: 'shown', similar: false, answered, counts, mean: null, change: null, ...changes });
const missing = (country, availability) => ({ country, availability, similar: false, answered: null, counts: [], mean: null, change: null });

const point = (question, answered, counts) => ({ question, answered, counts });
const seriesRound = (country, round, changes, points) => ({ country, round, instrument: 'dgcc-2026', hash: 'c'.repeat(64), mapping: 1, stage: 'final', verified: '100', breaks: false, points, ...changes });
const practice = (partner, country, agency, language, text) => ({ partner, country, agency, language, text, round: '2026', version: 1, dataOn: '2026-11-12', agreement: { number: 7, endsOn: null } });

export const comparisonParts = {
  group: null, core: { title: 'Shared core 2026', questions: 20, agencies: 5, bands: ['Levels 1-2', 'Level 3', 'Levels 4-5'] },
  countries: [
    { id: 'tunisia', country: { code: 'TN', name: 'Tunisia', other: 'تونس' }, terms: terms({ breaks: true, instrument: 'spbe-2020', agencies: 30, verified: '85' }) },
    { id: 'indonesia', country: { code: 'ID', name: null, other: 'Indonesia' }, terms: terms({}) },
    { id: 'serbia', country: { code: 'RS', name: 'Serbia', other: null }, terms: terms({ breaks: true, before: null, agencies: null, verified: null, agreement: null, level: 'national' }) },
    { id: 'peru', country: { code: 'PE', name: 'Peru', other: null }, terms: null },
    { id: 'uzbekistan', country: { code: 'UZ', name: 'Uzbekistan', other: null }, terms: terms({ shown: 7 }) },
  ],
  badge: 'withCare', reasons: [reason('instrumentsDiffer'), reason('partlyVerified', { countries: ['tunisia', 'serbia'] }), reason('allGroupsTogether')],
  leftOut: [reason('tooFewQuestions', { countries: ['uzbekistan'], count: 7, needed: 12 })],
  themes: [{
    code: 'T1', name: 'Policy and coordination', meaning: 'What the agency has laid down, and who coordinates it.', levels: ['Start', 'Partial', 'Whole', 'Linked', 'Improved'],
    meansOf: ['C2', 'C3'], means: [{ country: 'tunisia', mean: '2.5', similar: true }, { country: 'indonesia', mean: '3', similar: false }, { country: 'serbia', mean: '2.25', similar: false }],
    questions: [
      {
        code: 'C1', name: 'Internal rules', text: 'How completely do internal rules cover digital government?', badge: 'withCare', reasons: [reason('close', { countries: ['tunisia'] })], inBands: true, meansFit: false,
        cells: [shown('tunisia', 30, [10, 15, 5], { similar: true }), shown('indonesia', 40, [20, 0, 20], { change: { up: 12, same: 20, down: null } }), missing('serbia', 'notShared')],
      },
      {
        code: 'C2', name: 'Roadmap', text: 'Is there a roadmap – خارطة?', badge: 'withCare', reasons: [], inBands: false, meansFit: true,
        cells: [
          shown('tunisia', 30, [null, 6, 8, 12, null], { mean: '2.9' }), shown('indonesia', 40, [8, 8, 8, 8, 8], { mean: '3', change: { up: 12, same: 20, down: 8 } }),
          shown('serbia', 20, [5, 5, 0, 10, 0], { mean: null }),
        ],
      },
      { code: 'C7', name: 'User satisfaction', text: 'How well is satisfaction measured?', badge: 'notComparable', reasons: [reason('notShownByTwo', { count: 1 })], inBands: false, meansFit: false, cells: [] },
    ],
  }],
  notes: [{ question: 'C1', countries: ['tunisia'], text: 'Mean of ten policy indicators.' }],
  patterns: [{ question: 'C2', name: 'Roadmap', isStrength: true, count: 2, of: 3 }],
  peers: [{ country: 'tunisia', peers: [{ country: 'serbia', distance: '0.12', common: 11 }] }, { country: 'indonesia', peers: [] }, { country: 'serbia', peers: [] }],
  series: {
    most: 6, isCut: true, oneRound: ['serbia'],
    rounds: [
      seriesRound('tunisia', '2024', { instrument: 'spbe-2018', mapping: 2 }, [point('C1', 20, [5, 10, 5]), point('C2', null, []), point('C7', null, [])]),
      seriesRound('tunisia', '2026', { instrument: 'spbe-2020', breaks: true, verified: '85' }, [point('C1', 30, [10, 15, 5]), point('C2', 30, [null, 8, null]), point('C7', null, [])]),
      seriesRound('indonesia', '2025', { verified: null }, [point('C1', 40, [20, 0, 20]), point('C2', 40, [16, 8, 16]), point('C7', null, [])]),
    ],
  },
  mostPractices: 3,
  advice: [
    {
      question: 'C2', name: 'Roadmap', weak: ['indonesia'], gaps: ['tunisia', 'serbia'],
      practices: [
        practice('serbia', { code: 'RS', name: 'Serbia', other: null }, 'Office for IT', 'en', 'One office keeps the roadmap.\n\nEvery ministry answers it once a quarter.'),
        practice('kenya', { code: 'KE', name: null, other: 'Kenya' }, 'وزارة الاتصالات', 'ar', 'مكتب واحد يجيب عن كل طلب للبيانات خلال أسبوع.'),
      ],
    },
    { question: 'C7', name: 'User satisfaction', weak: [], gaps: ['tunisia'], practices: [practice('kenya', { code: 'KE', name: null, other: 'Kenya' }, 'Huduma', 'not a language', 'Every counter asks one question.')] },
  ],
  gaps: [
    { country: 'tunisia', gaps: [{ question: 'C7', text: 'How well is satisfaction measured?', why: 'notMeasured', others: 1 }] }, { country: 'indonesia', gaps: [] },
    { country: 'serbia', gaps: [{ question: 'C1', text: 'How completely do internal rules cover digital government?', why: 'notShared', others: 2 }] },
  ],
};

/** Every reason there is, with all that its sentence may need. */
export const everyReason = [
  'tooFewCountries', 'otherCore', 'draft', 'tooFewQuestions', 'tooFewThemes', 'tooFewInCommon', 'stagesDiffer', 'groupsDiffer', 'selfAgainstVerified', 'notShownByTwo', 'close', 'instrumentsDiffer',
  'instrumentVersionsDiffer', 'mappingsDiffer', 'partlyVerified', 'allGroupsTogether', 'notShownByAll',
].map((code) => reason(code, { countries: ['tunisia'], other: 'serbia', count: 3, needed: 10 }));
