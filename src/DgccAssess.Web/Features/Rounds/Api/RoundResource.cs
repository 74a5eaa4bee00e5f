using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Files;
using DgccAssess.Web.Infrastructure;

namespace DgccAssess.Web.Features.Rounds.Api;

/// <summary>One cycle of the diagnosis.</summary>
/// <param name="Code">What addresses say, usually the year.</param>
/// <param name="CycleType">Monitoring is self-assessment and document review; evaluation is more.</param>
/// <param name="Instrument">Code of the instrument.</param>
/// <param name="InstrumentHash">SHA-256 of the instrument version every agency answers, lower-case hex.</param>
/// <param name="AnswersDueAt">Last instant of self-assessment in UTC; null: no deadline.</param>
/// <param name="ObjectionDays">Days after its publication in which an agency may object to its result; 0: none.</param>
/// <param name="AnswerDays">Days in which an objection is answered.</param>
/// <param name="Version">Counts up with every change; the entity tag.</param>
public sealed record RoundResource(string Code, CycleType CycleType, string Instrument, string InstrumentHash, DateTime? AnswersDueAt, int ObjectionDays, int AnswerDays, int Version)
{
    public static CsvTable<RoundResource> Table { get; } = new(
        ("code", r => r.Code), ("cycleType", r => r.CycleType), ("instrument", r => r.Instrument), ("instrumentHash", r => r.InstrumentHash),
        ("answersDueAt", r => r.AnswersDueAt), ("version", r => r.Version), ("objectionDays", r => r.ObjectionDays), ("answerDays", r => r.AnswerDays));
}

/// <summary>An agency that takes part in a round.</summary>
/// <param name="Agency">Its code.</param>
/// <param name="Group">Code of its group.</param>
/// <param name="Status">Where its assessment stands.</param>
/// <param name="StatusAt">Since when, in UTC.</param>
public sealed record ParticipationResource(string Agency, string Group, AssessmentStatus Status, DateTime StatusAt)
{
    public static CsvTable<ParticipationResource> Table { get; } = new(
        ("agency", p => p.Agency), ("group", p => p.Group), ("status", p => p.Status), ("statusAt", p => p.StatusAt));
}
