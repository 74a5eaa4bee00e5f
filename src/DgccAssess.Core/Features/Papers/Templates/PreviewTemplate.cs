using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Papers.Templates.Samples;
using DgccAssess.Core.Features.Papers.National;
using DgccAssess.Core.Features.Papers.Records;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Press;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Papers.Templates;

/// <summary>Sets a paper about nobody with a template that is not saved yet. It has no number, and every page says that it is a sample.</summary>
public sealed class PreviewTemplate(SpaceInfo space, ReadPaperTenant tenants, IReportRenderer press, TimeProvider clock)
{
    /// <exception cref="PressException">The press could not make it.</exception>
    public async Task<Result<byte[]>> HandleAsync(TemplateKind kind, TemplateContent typed, TemplateLogo? logo, string language, CancellationToken ct)
    {
        var languages = PaperLanguages.Of(space);
        if (!languages.Contains(language)) return Result<byte[]>.From(Result.NotFound());
        var content = TemplateRules.Settle(kind, typed, languages, logo is not null);
        var problems = TemplateRules.Check(kind, content, languages, logo is not null).ToList();
        return problems.Count > 0 ? Result<byte[]>.From(Result.Invalid(problems)) : await SetAsync(kind, PaperLook.Of(content, logo, language), language, ct);
    }

    private async Task<byte[]> SetAsync(TemplateKind kind, PaperLook look, string language, CancellationToken ct)
    {
        const ReportVariant variant = ReportVariant.Accessible;
        var (tenant, locale, today) = (await tenants.HandleAsync(language, ct), space.Settings.LocaleOf(language), space.DayOf(clock.UtcNow));
        var request = kind switch
        {
            TemplateKind.AgencyReport => new ReportRequest(SampleReport.Of(tenant, locale, language, today, look), variant).ToPressRequest(),
            TemplateKind.NationalReport => new PaperRequest<NationalReportDocument>("national-report", variant, SampleNational.Of(tenant, locale, language, today, look)).ToPressRequest(),
            TemplateKind.Certificate => new PaperRequest<CertificateDocument>("certificate", variant, SampleRecords.Certificate(tenant, locale, language, today, look)).ToPressRequest(),
            _ => new PaperRequest<MinutesDocument>("minutes", variant, SampleRecords.Minutes(tenant, locale, language, today, look)).ToPressRequest(),
        };
        return await press.RenderAsync(request, ct);
    }
}
