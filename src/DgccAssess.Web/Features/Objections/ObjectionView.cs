using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Objections;
using DgccAssess.Web.Shared;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Objections;

/// <summary>An objection with the names of its indicators in the reader's language.</summary>
public sealed record ObjectionView(FiledObjection Filed, InstrumentTexts Texts, DateTime Now)
{
    public Objection Objection => Filed.Objection;
    public bool IsOverdue => IsLate(Objection, Now);

    public static bool IsLate(Objection objection, DateTime now) => objection.IsOpen && objection.AnswerDueAt < now;

    public static StatusTag Tag(Objection objection, IStringLocalizer words) => new(words["State." + objection.State], objection.State switch
    {
        ObjectionState.Open => StatusKind.Warn,
        ObjectionState.Upheld => StatusKind.Ok,
        _ => StatusKind.Quiet,
    });
}
