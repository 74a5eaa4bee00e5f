using DgccAssess.Core.Features.Papers.Records;

namespace DgccAssess.Core.Features.Papers.Templates.Samples;

/// <summary>A certificate for nobody and minutes of nothing.</summary>
internal static class SampleRecords
{
    public static CertificateDocument Certificate(PaperTenant tenant, string locale, string language, DateOnly today, PaperLook? look) => new()
    {
        Locale = locale, Tenant = tenant, IssuedOn = today, Synthetic = false, Sample = true, Template = look,
        Award = new(SampleWords.Of("Award", language), SampleReport.Round, SampleWords.Of("Category", language)),
        Winner = new(SampleWords.Of("Agency", language, "").Trim()),
        Signatures = [new("", tenant.Name)],
    };

    public static MinutesDocument Minutes(PaperTenant tenant, string locale, string language, DateOnly today, PaperLook? look) => new()
    {
        Locale = locale, Tenant = tenant, IssuedOn = today, Synthetic = false, Sample = true, Template = look,
        Agency = new(SampleWords.Of("Agency", language, "").Trim()), Round = SampleReport.Round, Instrument = SampleWords.Of("Instrument", language),
        SignOff = new(SampleWords.Of("Person", language), today, SampleWords.Of("Statement", language)),
        Decimals = SampleReport.Decimals, Self = 3.17m,
        Levels = [.. Enumerable.Range(1, 3).Select(at => new MinutesLevel($"I{at}", SampleWords.Of("Indicator", language, at), at + 1))],
    };
}
