// Each kind in the words of its own: facts above, then sections, then who signs.
const blankLines = 2;
const attendants = 6;

export function minutes(document, { say, date, fixed, level, prose }) {
  return {
    about: prose(document.agency.name),
    facts: facts(document, { say }).concat(signedFacts(document, { say, date })),
    sections: [
      section(say('minutes.what'), { text: [say('minutes.done', { agency: document.agency.name, round: document.round, count: document.levels.length }), document.self ? say('minutes.index', { index: fixed(document.self, document.decimals) }) : null] }),
      document.signOff ? section(say('minutes.statement'), { quote: prose(document.signOff.statement) }) : null,
      section(say('minutes.levels'), { table: { columns: [say('column.code'), say('column.name'), say('column.level')], numeric: [2], rows: document.levels.map((one) => [one.code, one.name, level(one.level)]) } }),
    ].filter(Boolean),
    signatures: [signature(say('sign.coordinator'), document.signOff?.byName), signature(say('sign.head'))],
  };
}

export function consent(document, { say, date, prose }) {
  return {
    about: prose(document.agency.name),
    facts: facts(document, { say }).concat(signedFacts(document, { say, date })),
    sections: [
      section(say('consent.what'), { text: [say('consent.text', { agency: document.agency.name, round: document.round, count: document.indicators })], list: [say('consent.index'), say('consent.areas'), say('consent.agency')] }),
      section(say('consent.not'), { list: [say('consent.answers'), say('consent.people')] }),
      section(say('consent.when'), { text: [say('consent.published')] }),
    ],
    signatures: [signature(say('sign.coordinator'), document.signOff?.byName), signature(say('sign.head'))],
  };
}

export function interviewMinutes(document, { say, level, prose }) {
  return {
    about: prose(document.agency.name),
    facts: facts(document, { say }).concat([[say('interview.date'), ''], [say('interview.place'), '']]),
    sections: [
      section(say('interview.present'), { table: { columns: ['', say('interview.name'), say('interview.office'), say('interview.signature')], numeric: [], blank: true, rows: Array.from({ length: attendants }, (_, at) => [`${at + 1}`, '', '', '']) } }),
      section(say('interview.topics'), {
        text: document.topics.length === 0 ? [say('interview.none')] : [],
        topics: document.topics.map((topic) => ({
          code: topic.code, name: topic.name, levels: say('interview.levels', { self: level(topic.self), level: level(topic.level) }),
          note: topic.note ? prose(topic.note) : null, answer: say('interview.answer'), lines: blankLines,
        })),
      }),
    ],
    signatures: [signature(say('sign.lead')), signature(say('sign.coordinator'))],
  };
}

export function juryRecord(document, { say, fixed, list, percent, prose }) {
  const { award } = document;
  const recusals = document.jurors.flatMap((juror) => juror.recused.map((one) => [juror.name, one.name, one.reason ?? say('jury.ownAgency')]));
  const agreed = (value) => (value ? fixed(value, 2) : '–');
  return {
    about: prose(award.category),
    facts: [[say('jury.award'), `${award.name} ${award.year}`], [say('jury.category'), award.category]],
    sections: [
      section(say('jury.members'), { table: { columns: [say('interview.name'), say('jury.recused')], numeric: [], rows: document.jurors.map((juror) => [juror.name, juror.recused.length > 0 ? list(juror.recused.map((one) => one.name)) : '–']) } }),
      recusals.length === 0 ? null : section(say('jury.recusals'), { table: { columns: [say('interview.name'), say('label.agency'), say('indicator.reason')], numeric: [], rows: recusals } }),
      section(say('jury.criteria'), { table: { columns: [say('column.name'), say('column.weight')], numeric: [1], rows: document.criteria.map((one) => [one.name, percent(one.weight)]) } }),
      section(say('jury.ranking'), {
        table: {
          columns: [say('jury.rank'), say('label.agency'), say('jury.value'), say('jury.prize')], numeric: [0, 2],
          rows: document.ranking.map((row) => [`${row.rank}`, row.name, row.value ? fixed(row.value, document.decimals) : '–', row.prize ?? '–']),
        },
      }),
      section(say('jury.agreement'), {
        table: {
          columns: [say('jury.panel'), say('jury.members'), say('jury.concordance'), say('jury.difference')], numeric: [1, 2, 3],
          rows: document.agreement.map((one) => [one.panel, `${one.jurors}`, agreed(one.concordance), agreed(one.difference)]),
        },
      }),
      section(say('jury.decisions'), document.decisions.length === 0 ? { text: [say('jury.noDecision')] } : { decisions: document.decisions.map((one) => ({ text: prose(say(`jury.decision.${one.kind}`, { name: one.name })), reason: prose(one.reason), label: say('indicator.reason') })) }),
    ].filter(Boolean),
    signatures: document.jurors.map((juror) => signature(say('sign.juror'), juror.name)),
  };
}

const section = (title, content) => ({ title, text: [], list: [], ...content, ...(content.text ? { text: content.text.filter(Boolean) } : {}) });
const signature = (role, name) => ({ role, name: name ?? null });
const facts = (document, { say }) => [[say('label.agency'), document.agency.name], [say('label.round'), document.round], [say('label.instrument'), document.instrument]];

function signedFacts({ signOff, snapshot }, { say, date }) {
  return [
    signOff ? [say('minutes.signedBy'), signOff.byName] : null, signOff ? [say('minutes.signedOn'), date(signOff.on)] : null,
    snapshot ? [say('minutes.receipt'), { hash: snapshot.reference }] : null, snapshot ? [say('label.snapshotHash'), { hash: snapshot.hash }] : null,
  ].filter(Boolean);
}
