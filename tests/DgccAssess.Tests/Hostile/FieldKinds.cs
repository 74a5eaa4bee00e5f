namespace DgccAssess.Tests.Hostile;

/// <summary>Fields that name nothing of a space, said by hand: a new field is added here, or gets a case in <see cref="ForeignFieldTests"/>.</summary>
internal static class FieldKinds
{
    // Words a person types, and secrets that open nothing anywhere else.
    private static readonly string[] Words =
    [
        "Input.Password", "Input.Current", "Token", "Input.Email", "Input.DisplayName", "Input.Title", "Input.Name", "Input.Explanation", "Input.Note", "Input.Reason", "Input.Analysis", "Input.Subject", "Input.Url", "Input.Code", "Input.Credential",
        "Input.AdministratorName", "Input.Typed", "Input.RedirectUris", "Comment.Text", "StepUp.Proof", "Input.Facts.Document", "Input.Facts.Number", "Input.Facts.Article", "Input.Facts.Page",
        "Input.Hash", "number", "Input.Values.Value", "Input.Values.Explanation", "Input.Points.Value", "Input.Text", "Input.Owner", "Input.DueOn", "Input.StartsOn", "Input.EndsOn", "Input.DueAt", "Input.EmbargoEndsAt", "Code", "Input.RevealAt", "Input.Statement", "Input.Remark", "Input.Answer", "Input.Scores.Points", "Input.Names.Text", "Input.MinimumIndex", "Input.Threshold", "Input.Measure.Weight", "Input.Measure.From", "Input.Measure.To", "Input.Levels.Code", "Input.Levels.From",
        "Input.Texts.Title", "Input.Texts.Subtitle", "Input.Texts.Foreword", "Input.Texts.Footer", "Input.Texts.Place", "Input.Texts.Signer", "Input.Texts.SignerTitle", "Input.Texts.LogoAlt", "Input.Sections.Place",
        "Input.Texts.Text", "Input.Purpose", "Input.Signer", "Input.Partner", "Input.PublicKey", "Input.ClientId",
        "api/v1/sharing/publications#Envelope", "api/v1/sharing/publications#Payload", "api/v1/sharing/publications#PublicKey", "api/v1/sharing/publications#Signature",
        "Input.Texts.Title", "Input.Texts.Subtitle", "Input.Texts.Foreword", "Input.Texts.Footer", "Input.Texts.Place", "Input.Texts.Signer", "Input.Texts.SignerTitle", "Input.Texts.LogoAlt", "Input.Sections.Place", "Input.Rows.Note", "Input.Rows.Indicators",
        "Input.Source", "Input.Years", "Input.City.Text", "Input.Host", "Input.Periods", "Input.Amount", "Input.Titles.Text", "Input.On", "Input.BaselineYear", "Input.Baseline", "Input.Starts", "Input.Ends", "Input.KoreanOwner", "Input.PartnerOwner",
        "Input.Opening.Planned", "Input.Opening.Actual", "Input.SelfAssessment.Planned", "Input.SelfAssessment.Actual", "Input.Review.Planned", "Input.Review.Actual", "Input.Publication.Planned", "Input.Publication.Actual",
        "Input.Purpose", "Input.Signer",
        "Input.HeldValue", "Input.HeldYear", "Input.NationalValue", "Input.Source", "Input.Least", "Input.Most", "Input.WeightPercent", "Input.FocalPoint", "Input.LetterOn", "Input.LetterNumber", "Input.TakenOn",
        "egdi/{country}/what-if#osi", "egdi/{country}/what-if#tii", "egdi/{country}/what-if#hci",
    ];

    // One of a list that the program or a regulation knows, checked against it.
    private static readonly string[] Choices =
    [
        "language", "Done", "countries", "comparison#group", "comparison/peers#country", "comparison/comparison.{format}#group", "comparison/comparison.{format}#part", "comparison/report.pdf#group", "comparison/slide.{format}#group", "question", "Input.Language", "Input.Languages", "theme", "names", "bom", "of", "standard", "then", "answer", "Show", "Input.Permissions", "Input.Scopes", "Input.Criteria", "Input.Value", "Input.Level", "Input.Values.Indicator", "Input.Points.Indicator",
        "format", "Input.Indicator", "Input.State", "Input.Group", "Input.TimeZone", "Input.Country", "Input.Template", "Input.Instrument", "Input.Standard", "Input.Category", "Input.PrizeLevel", "award-rounds/{awardRound}/ranking#Category", "Input.Groups", "Input.Scores.Criterion", "Input.Names.Language", "Input.Regions", "Input.MinimumPredicate", "Input.Measure.Figure", "Input.TieBreaks", "Input.Texts.Language", "Input.Sections.Name", "Input.Rows.Question", "Input.Rows.Kind", "Input.Rows.Combine",
        "Input.Question", "Input.Texts.Language", "Input.Kind", "Input.Status", "Input.Currency", "Input.Titles.Language", "Input.City.Language", "Input.Follows",
        "Input.Edition", "Input.SubIndicator", "Input.HeldBy", "Input.Status", "egdi/{country}/what-if#others",
    ];

    // What a list is searched for: it shows rows of its own database or none.
    private static readonly string[] Filters =
    [
        "award-rounds/simulation#Award", "award-rounds/simulation#Round", "award-rounds/simulation#Previous", "award-rounds/simulation#Category",
        "Q", "accounts#Text", "accounts#Role", "audit#Person", "audit#Type", "audit#Subject", "audit#From", "audit#To", "audit#After", "audit/export#Person", "audit/export#Type", "audit/export#Subject", "audit/export#From", "audit/export#To",
        "rounds/{round}/national/agencies#group", "rounds/{round}/national/agencies#text", "results/{round}#group", "results/{round}#text", "Filter.Country", "cooperation/pipeline/round/{item:guid?}#country",
        "sharing/rounds/{round}/practices/new#agency", "partners#Partner", "egdi#text", "egdi#level", "data-checks#component", "data-checks#status",
    ];

    // Compared with what is in the address or was shown, never looked up.
    private static readonly string[] Compared =
    [
        "ReturnUrl", "returnUrl", "sharing/rounds/{round}/practices/new#Input.Id", "sharing/rounds/{round}/practices/{agency}/{question}#Input.Id", "sharing/rounds/{round}/practices/{agency}/{question}#Input.Agency", "sharing/rounds/{round}/new#Input.Id", "sharing/agreements/{number}#Input.Id", "sharing/agreements/{number}/sign#Input.PreviewHash", "accounts/{id:guid}/rights#Input.Id", "rounds/{round}/agencies/{agency}/publish#Input.AgencyCode", "rounds/{round}/agencies/{agency}/sign-off#Input.Answers", "clients/new#Input.Id", "award-rounds/new#Input.Id", "award-rounds/{awardRound}/decision#Input.Id", "award-rounds/{awardRound}/seal#Input.RankingHash", "Input.TypedCode", "rounds/new#Input.Id", "rounds/{round}/agencies/{agency}/plan/new#Input.Id", "data-checks/new#Input.Id", "tenants/new#Input.Id", "award-rounds/{awardRound}/objections#Input.Id", "award-rounds/{awardRound}/objection#Input.Id", "award-rounds/{awardRound}/judge/{agency}#Input.Id", "award-rounds/{awardRound}/nomination#Input.Id", "award-rounds/{awardRound}/panel/{panel:guid?}#Input.Id",
        "cooperation/new-center#Input.Id", "cooperation/centers/{center}/change#Input.Id", "cooperation/centers/{center}/new-project#Input.Id", "cooperation/projects/{project}/change#Input.Id", "cooperation/projects/{project}/budget/{item:guid?}#Input.Id", "cooperation/projects/{project}/output/{item:guid?}#Input.Id", "cooperation/projects/{project}/indicator/{item:guid?}#Input.Id", "cooperation/pipeline/round/{item:guid?}#Input.Id",
    ];

    private static readonly HashSet<string> All = [.. Words, .. Choices, .. Filters, .. Compared];

    public static bool NamesNothing(BoundField field) => All.Contains(field.Name) || All.Contains($"{field.Endpoint}#{field.Name}");

    /// <summary>Entries of fields that are gone.</summary>
    public static IEnumerable<string> Stale(IReadOnlyList<BoundField> fields) => All.Except(fields.SelectMany(f => new[] { f.Name, $"{f.Endpoint}#{f.Name}" }));
}
