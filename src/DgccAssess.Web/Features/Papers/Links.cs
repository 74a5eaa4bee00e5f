namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    /// <summary>Where anybody looks up the number of a paper.</summary>
    public string Verify() => At($"/verify");

    /// <summary>As typed: leads to the paper, or says what is wrong.</summary>
    public string VerifyTyped(string number) => At($"/verify?number={number}");

    public string Paper(string number) => At($"/verify/{number}");

    /// <summary>The signed bundle of the result a paper reports.</summary>
    public string PaperBundle(string number) => At($"/verify/{number}/bundle.json");

    /// <summary>The public keys that signed results.</summary>
    public string ResultKeys() => At($"/verify/key");

    /// <param name="round">Round code.</param>
    /// <param name="language">BCP 47 code of a language of the space.</param>
    /// <param name="standard">ua1 (PDF/UA-1) or a2a (tagged PDF/A-2a).</param>
    public string NationalReport(string round, string language, string standard = "ua1") => At($"/rounds/{round}/national/report.pdf") + $"?language={Uri.EscapeDataString(language)}&standard={standard}";

    public string Minutes(string round, string agency, string language) => At($"/rounds/{round}/agencies/{agency}/sign-off/minutes.pdf") + $"?language={Uri.EscapeDataString(language)}";

    public string Consent(string round, string agency, string language) => At($"/rounds/{round}/agencies/{agency}/sign-off/consent.pdf") + $"?language={Uri.EscapeDataString(language)}";

    public string InterviewForm(string round, string agency, string language) => At($"/rounds/{round}/agencies/{agency}/interview.pdf") + $"?language={Uri.EscapeDataString(language)}";

    public string JuryRecord(string awardRound, string category, string language) => At($"/award-rounds/{awardRound}/jury/{category}.pdf") + $"?language={Uri.EscapeDataString(language)}";

    /// <summary>Slides for the ceremony, in a language of the space.</summary>
    public string WinnersSlides(string awardRound, string language) => At($"/award-rounds/{awardRound}/winners.pdf") + $"?language={Uri.EscapeDataString(language)}";

    public string Certificate(string awardRound, string category, string agency, string language) => At($"/award-rounds/{awardRound}/certificates/{category}/{agency}.pdf") + $"?language={Uri.EscapeDataString(language)}";

    public string ResultBundle(string round, string agency) => At($"/rounds/{round}/agencies/{agency}/result/bundle.json");

    public string PaperTemplates() => At($"/paper-templates");

    public string PaperTemplate(DgccAssess.Core.Features.Papers.Templates.TemplateKind kind) => At($"/paper-templates/{Features.Papers.TemplateModel.Slug(kind)}");
}
