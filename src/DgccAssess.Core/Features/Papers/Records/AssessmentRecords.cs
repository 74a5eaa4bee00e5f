using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Papers.Records;

/// <summary>The papers of a sign-off, from the snapshot it took.</summary>
internal static class AssessmentRecords
{
    public static MinutesDocument Minutes(StoredResult submitted, SpaceInfo space, PaperTenant tenant, string language)
    {
        var (document, texts) = (submitted.Document, submitted.Instrument.TextsIn(language));
        return new MinutesDocument
        {
            Locale = space.Settings.LocaleOf(language),
            Tenant = tenant,
            IssuedOn = space.DayOf(document.TakenAt),
            Synthetic = document.Agency.Synthetic,
            Agency = AgencyOf(document, language),
            Round = document.Round,
            Instrument = texts.Title,
            SignOff = SignOffOf(document, space),
            Snapshot = SourceOf(submitted),
            Decimals = submitted.Instrument.Instrument.Rounding.Decimals,
            Self = document.Results.SelfTotal?.Index,
            Levels = [.. document.Inputs.Select(i => new MinutesLevel(i.Indicator, texts.Name(i.Indicator), i.Self?.Value))],
        };
    }

    public static ConsentDocument Consent(StoredResult submitted, SpaceInfo space, PaperTenant tenant, string language)
    {
        var document = submitted.Document;
        return new ConsentDocument
        {
            Locale = space.Settings.LocaleOf(language),
            Tenant = tenant,
            IssuedOn = space.DayOf(document.TakenAt),
            Synthetic = document.Agency.Synthetic,
            Agency = AgencyOf(document, language),
            Round = document.Round,
            Instrument = submitted.Instrument.TextsIn(language).Title,
            SignOff = SignOffOf(document, space),
            Snapshot = SourceOf(submitted),
            Indicators = document.Inputs.Count,
        };
    }

    private static PaperAgency AgencyOf(SnapshotDocument document, string language) => new(new LocalizedText(document.Agency.Names).In(language));

    private static PaperSignOff? SignOffOf(SnapshotDocument document, SpaceInfo space) =>
        document.SignOff is { } signed ? new(signed.ByName, space.DayOf(signed.At), signed.Statement) : null;

    private static PaperSource SourceOf(StoredResult submitted) => new(submitted.Hash, Receipt.ReferenceOf(submitted.Hash));
}
