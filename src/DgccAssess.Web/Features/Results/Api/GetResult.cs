using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Infrastructure.Api;

namespace DgccAssess.Web.Features.Results.Api;

internal static class GetResult
{
    public static async Task<IResult> HandleAsync(string round, string agency, FindAssessment find, ReadResult read, CancellationToken ct)
    {
        var found = await find.HandleAsync(round, agency, AssessmentAccess.ReadResult, ct);
        if (!found.Succeeded) return ApiProblems.Refused(found);
        return await read.HandleAsync(found.Value!.Id, Milestone.Published, ct) is { } stored
            ? new ResourceAnswer<ResultResource>(Of(stored), stored.Hash)
            : ApiProblems.Answer(StatusCodes.Status404NotFound);
    }

    private static ResultResource Of(StoredResult stored)
    {
        var (document, total) = (stored.Document, stored.Results.Total!);
        var indicators = document.Inputs.Select(i => i.Indicator).ToHashSet(StringComparer.Ordinal);
        return new ResultResource
        {
            Round = document.Round,
            CycleType = document.CycleType,
            Agency = document.Agency.Code,
            AgencyNames = document.Agency.Names,
            Group = document.Agency.Group,
            Synthetic = document.Agency.Synthetic,
            Instrument = document.Instrument.Code,
            InstrumentHash = document.Instrument.Hash,
            Index = total.Index,
            Exact = Exact(total),
            Predicate = total.Predicate!,
            SelfIndex = stored.Results.SelfTotal?.Index,
            Nodes = [.. stored.Results.Nodes.Where(n => !indicators.Contains(n.Code)).Select(n => new ResultNode(n.Code, n.Tier, n.External!.Index, Exact(n.External), n.Self?.Index))],
            Indicators = [.. document.Inputs.Select(i => new ResultIndicator(i.Indicator, i.Subject, stored.Decisive(i)!.Value!.Value, i.Self?.Value, stored.ReasonOf(i)))],
            Number = document.Number,
            PublishedAt = document.TakenAt,
            Hash = stored.Hash,
            Engine = document.Engine,
            Versions = [.. stored.Versions.Select(v => new ResultCorrection(v.Number, v.Results.Total!.Index, v.Results.Total.Predicate!, v.Reason, v.TakenAt))],
        };
    }

    private static ExactFigure Exact(SnapshotFigure figure) => new(figure.Numerator, figure.Denominator);
}
