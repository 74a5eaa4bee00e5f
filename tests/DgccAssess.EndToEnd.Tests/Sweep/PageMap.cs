using DgccAssess.TestCommon;

namespace DgccAssess.EndToEnd.Tests.Sweep;

/// <summary>A page at an address where it has something to show, and who looks at it.</summary>
/// <param name="Name">Of the pictures.</param>
/// <param name="Route">Template of the page.</param>
/// <param name="Path">Concrete address.</param>
/// <param name="Visitor">Null: nobody is signed in.</param>
/// <param name="Status">What it answers.</param>
public sealed record MappedPage(string Name, string Route, Func<PreparedSpace, string> Path, Func<PreparedSpace, Person?> Visitor, int Status = 200);

/// <summary>Every page of the product. A new page is added here, or to what is not a page with the reason.</summary>
internal static class PageMap
{
    private const string Agency = "/rounds/{round}/agencies/{agency}";

    /// <summary>Routes of Razor pages that show no page.</summary>
    public static readonly IReadOnlyDictionary<string, string> NotPages = new Dictionary<string, string>
    {
        ["/about/logo/{sha256}"] = "a picture",
        ["/audit/export"] = "the audit trail as a file",
        ["/award-rounds/{awardRound}/nomination/files"] = "takes a file and leads back to the nomination",
        ["/award-rounds/{awardRound}/nominations/{agency}/files/{proof:guid}"] = "the file itself",
        ["/award-rounds/{awardRound}/kit/{file}"] = "a list as a file",
        ["/award-rounds/{awardRound}/ranking/file"] = "a table as a file",
        ["/cooperation/register.{format}"] = "a table as a file",
        ["/language"] = "takes the choice of a language and leads back",
        ["/rounds/{round}/papers/{batch:guid}/zip"] = "printed reports as a zip",
        ["/egdi/tables/{edition}.{format}"] = "a table as a file",
        ["/data-checks/list.csv"] = "a list as a file",
        ["/tenants/{id}/exports/{export:guid}"] = "an encrypted exit pack",
        [$"{Agency}/{{indicator}}/evidence/link"] = "takes a link and leads back to the list of evidence",
        [$"{Agency}/evidence/{{evidenceId:guid}}"] = "the file itself",
        ["/rounds/{round}/files/{table}"] = "a table as a file",
        [$"{Agency}/result/report.pdf"] = "a PDF",
        [$"{Agency}/result/report.docx"] = "a Word document",
        [$"{Agency}/result/bundle.json"] = "a signed result as a file",
        ["/verify/{number}/bundle.json"] = "the same",
        [$"{Agency}/sign-off/minutes.pdf"] = "a PDF",
        [$"{Agency}/sign-off/consent.pdf"] = "a PDF",
        [$"{Agency}/interview.pdf"] = "a PDF",
        ["/award-rounds/{awardRound}/winners.pdf"] = "a PDF",
        ["/award-rounds/{awardRound}/jury/{category}.pdf"] = "a PDF",
        ["/award-rounds/{awardRound}/certificates/{category}/{agency}.pdf"] = "a PDF",
        ["/rounds/{round}/national/report.pdf"] = "a PDF",
        ["/verify/key"] = "public keys as text",
        [$"{Agency}/result/radar.svg"] = "a picture",
        ["/rounds/{round}/national/{chart}.svg"] = "a picture",
        ["/results/{round}/{chart}.svg"] = "a picture",
        ["/results/{round}/ranking.{format}"] = "a file",
        ["/results/{round}/report.pdf"] = "a PDF",
        ["/countries/{partner}/rounds/{round}/figures.{format}"] = "a file",
        ["/countries/{partner}/brief.pdf"] = "a PDF",
        ["/comparison/comparison.{format}"] = "a file",
        ["/comparison/report.pdf"] = "a PDF",
        ["/comparison/slide.{format}"] = "a picture",
        ["/countries/{partner}/slide.{format}"] = "a picture",
        ["/sharing/agreements/{number}/document"] = "the signed paper",
        ["/results/look.css"] = "a style sheet",
    };

    /// <summary>Routes whose pages need what only a walk brings: the walk looks at them.</summary>
    public static readonly IReadOnlyDictionary<string, string> InJourneys = new Dictionary<string, string>
    {
        ["/sign-in/provider"] = "leads to the identity provider: FederationTests",
        ["/sign-in/second"] = "half a sign-in: SecondFactorTests",
        ["/security/passkeys/{id}"] = "a device: PasskeyTests",
    };

    public static readonly IReadOnlyList<MappedPage> Pages =
    [
        new("spaces", "/", _ => "/", _ => null),
        new("sign-in", "/sign-in", s => $"{s.Space.Path}/sign-in", _ => null),
        new("sign-in-provider", "/sign-in", s => $"{s.Federated.Path}/sign-in", _ => null),
        new("provider-refused", "/sign-in/provider/back", s => $"{s.Federated.Path}/sign-in/provider/back", _ => null, 403),
        new("about", "/about/{text}", s => $"{s.Space.Path}/about/privacy", _ => null),
        new("verify", "/verify", s => $"{s.Space.Path}/verify", _ => null),
        new("verify-wrong", "/verify", s => $"{s.Space.Path}/verify?number=2026-000123-1", _ => null, 400),
        new("verify-paper", "/verify/{number}", s => $"{s.Space.Path}/verify/{s.Paper}", _ => null),
        new("paper-templates", "/paper-templates", s => $"{s.Space.Path}/paper-templates", Organizer),
        new("paper-template", "/paper-templates/{kind}", s => $"{s.Space.Path}/paper-templates/agency-report", Organizer),
        new("core", "/core", s => $"{s.Space.Path}/core", Organizer),
        new("core-mapping", "/core/{instrument}", s => $"{s.Space.Path}/core/spbe-2020", Organizer),
        new("core-approval", "/core/{instrument}/approval", s => $"{s.Space.Path}/core/spbe-2020/approval", s => s.Auditor),
        new("error", "/errors/{status:int}", s => $"{s.Space.Path}/errors/404", Respondent, 404),
        new("cooperation", "/cooperation", s => $"{s.Hub.Path}/cooperation", Programme),
        new("cooperation-center", "/cooperation/centers/{center}", s => $"{s.Hub.Path}/cooperation/centers/{s.Center}", Programme),
        new("cooperation-center-new", "/cooperation/new-center", s => $"{s.Hub.Path}/cooperation/new-center", Programme),
        new("cooperation-center-change", "/cooperation/centers/{center}/change", s => $"{s.Hub.Path}/cooperation/centers/{s.Center}/change", Programme),
        new("cooperation-project", "/cooperation/projects/{project}", s => $"{s.Hub.Path}/cooperation/projects/{s.Center}", Programme),
        new("cooperation-project-new", "/cooperation/centers/{center}/new-project", s => $"{s.Hub.Path}/cooperation/centers/{s.Center}/new-project", Programme),
        new("cooperation-project-change", "/cooperation/projects/{project}/change", s => $"{s.Hub.Path}/cooperation/projects/{s.Center}/change", Programme),
        new("cooperation-project-remove", "/cooperation/projects/{project}/remove", s => $"{s.Hub.Path}/cooperation/projects/{s.Center}/remove", Programme),
        new("cooperation-budget", "/cooperation/projects/{project}/budget/{item:guid?}", s => $"{s.Hub.Path}/cooperation/projects/{s.Center}/budget/{s.BudgetLine}", Programme),
        new("cooperation-output", "/cooperation/projects/{project}/output/{item:guid?}", s => $"{s.Hub.Path}/cooperation/projects/{s.Center}/output", Programme),
        new("cooperation-indicator", "/cooperation/projects/{project}/indicator/{item:guid?}", s => $"{s.Hub.Path}/cooperation/projects/{s.Center}/indicator", Programme),
        new("cooperation-remove", "/cooperation/projects/{project}/{part}/{item:guid}/remove", s => $"{s.Hub.Path}/cooperation/projects/{s.Center}/budget/{s.BudgetLine}/remove", Programme),
        new("pipeline", "/cooperation/pipeline", s => $"{s.Hub.Path}/cooperation/pipeline", Programme),
        new("pipeline-round", "/cooperation/pipeline/round/{item:guid?}", s => $"{s.Hub.Path}/cooperation/pipeline/round/{s.PlannedRound}", Programme),
        new("pipeline-remove", "/cooperation/pipeline/round/{item:guid}/remove", s => $"{s.Hub.Path}/cooperation/pipeline/round/{s.PlannedRound}/remove", Programme),
        new("home", "/home", s => $"{s.Space.Path}/home", Respondent),
        new("sign-out", "/sign-out", s => $"{s.Space.Path}/sign-out", Respondent),

        new("passkey-sign-in", "/sign-in/passkey", s => $"{s.Space.Path}/sign-in/passkey", _ => null),
        new("confirm", "/sign-in/confirm", s => $"{s.Space.Path}/sign-in/confirm", Respondent),
        new("security", "/security", s => $"{s.Space.Path}/security", Secured),
        new("authenticator", "/security/authenticator", s => $"{s.Space.Path}/security/authenticator", Respondent),
        new("authenticator-off", "/security/authenticator/off", s => $"{s.Space.Path}/security/authenticator/off", Secured),
        new("recovery-codes", "/security/recovery-codes", s => $"{s.Space.Path}/security/recovery-codes", Secured),
        new("passkeys", "/security/passkeys", s => $"{s.Space.Path}/security/passkeys", Respondent),

        new("tasks", Agency, s => s.Answering.Path, Coordinator),
        new("tasks-locked", Agency, s => s.Submitted.Path, Coordinator),
        new("indicator", $"{Agency}/{{indicator}}", s => $"{s.Answering.Path}/I1", Respondent),
        new("indicator-returned", $"{Agency}/{{indicator}}", s => $"{s.Answering.Path}/I2", Respondent),
        new("indicator-locked", $"{Agency}/{{indicator}}", s => $"{s.Submitted.Path}/I1", Respondent),
        new("comments", $"{Agency}/{{indicator}}/comments", s => $"{s.Answering.Path}/I1/comments", Respondent),
        new("return", $"{Agency}/{{indicator}}/return", s => $"{s.Answering.Path}/I1/return", Coordinator),
        new("assign", $"{Agency}/assign", s => $"{s.Answering.Path}/assign", Coordinator),
        new("check", $"{Agency}/check", s => $"{s.Answering.Path}/check", Coordinator),
        new("check-ready", $"{Agency}/check", s => $"{s.Ready.Path}/check", Coordinator),
        new("sign-off", $"{Agency}/sign-off", s => $"{s.Ready.Path}/sign-off", Coordinator),
        new("signed-off", $"{Agency}/sign-off", s => $"{s.Submitted.Path}/sign-off", Coordinator),
        new("recall", $"{Agency}/recall", s => $"{s.Submitted.Path}/recall", Coordinator),

        new("evidence", $"{Agency}/{{indicator}}/evidence", s => $"{s.Answering.Path}/I1/evidence", Respondent),
        new("evidence-remove", $"{Agency}/evidence/{{evidenceId:guid}}/remove", s => $"{s.Answering.Path}/evidence/{s.Evidence}/remove", Respondent),

        new("worklist", "/review", s => $"{s.Space.Path}/review", Assessor),
        new("review", $"{Agency}/review", s => $"{s.UnderReview.Path}/review", Assessor),
        new("review-indicator", $"{Agency}/review/{{indicator}}", s => $"{s.UnderReview.Path}/review/I1", Assessor),
        new("review-complete", $"{Agency}/review/complete", s => $"{s.UnderReview.Path}/review/complete", Assessor),

        new("rounds", "/rounds", s => $"{s.Space.Path}/rounds", Organizer),
        new("round-open", "/rounds/new", s => $"{s.Space.Path}/rounds/new", Organizer),
        new("round", "/rounds/{round}", s => $"{s.Space.Path}/rounds/2022", Organizer),
        new("papers", "/rounds/{round}/papers", s => $"{s.Space.Path}/rounds/{s.Published.Round}/papers", Organizer),
        new("assessors", $"{Agency}/assessors", s => $"{s.Answering.Path}/assessors", Organizer),
        new("verdicts", $"{Agency}/verdicts", s => $"{s.Consolidated.Path}/verdicts", Organizer),
        new("consolidate", $"{Agency}/consolidate", s => $"{s.Reviewed.Path}/consolidate", Organizer),
        new("preview", $"{Agency}/preview", s => $"{s.Consolidated.Path}/preview", Organizer),
        new("publish", $"{Agency}/publish", s => $"{s.Consolidated.Path}/publish", Organizer),
        new("published", $"{Agency}/publish", s => $"{s.Published.Path}/publish", Organizer),
        new("correct", $"{Agency}/correct", s => $"{s.Published.Path}/correct", Organizer),

        new("national", "/rounds/{round}/national", s => $"{s.Space.Path}/rounds/{Nation.Round}/national", Organizer),
        new("national-provisional", "/rounds/{round}/national", s => $"{s.Published.Space.Path}/rounds/{s.Published.Round}/national", Organizer),
        new("national-empty", "/rounds/{round}/national", s => $"{s.Space.Path}/rounds/2026/national", Organizer),
        new("national-agencies", "/rounds/{round}/national/agencies", s => $"{s.Space.Path}/rounds/{Nation.Round}/national/agencies", Organizer),
        new("national-areas", "/rounds/{round}/national/areas", s => $"{s.Space.Path}/rounds/{Nation.Round}/national/areas", Organizer),
        new("national-criteria", "/rounds/{round}/national/criteria", s => $"{s.Space.Path}/rounds/{Nation.Round}/national/criteria", Organizer),
        new("national-publish", "/rounds/{round}/national/publish", s => $"{s.Space.Path}/rounds/{Nation.Round}/national/publish", Organizer),

        new("public-results", "/results", s => $"{s.Space.Path}/results", _ => null),
        new("public-round", "/results/{round}", s => $"{s.Space.Path}/results/{Nation.Round}", _ => null),
        new("public-agency", "/results/{round}/agencies/{agency}", s => $"{s.Space.Path}/results/{Nation.Round}/agencies/{Nation.Agency}", _ => null),
        new("award-rounds", "/award-rounds", s => $"{s.Space.Path}/award-rounds", Organizer),
        new("award-open", "/award-rounds/new", s => $"{s.Space.Path}/award-rounds/new", Organizer),
        new("award-simulation", "/award-rounds/simulation", s => $"{s.Space.Path}/award-rounds/simulation?Award=levels-by-index&Round=2020", Organizer),
        new("award-round", "/award-rounds/{awardRound}", s => $"{s.Space.Path}/award-rounds/deciding", Organizer),
        new("award-ranking", "/award-rounds/{awardRound}/ranking", s => $"{s.Space.Path}/award-rounds/deciding/ranking", Organizer),
        new("award-decision", "/award-rounds/{awardRound}/decision", s => $"{s.Space.Path}/award-rounds/deciding/decision", Organizer),
        new("award-seal", "/award-rounds/{awardRound}/seal", s => $"{s.Space.Path}/award-rounds/deciding/seal", Organizer),
        new("award-sealed", "/award-rounds/{awardRound}/sealed", s => $"{s.Space.Path}/award-rounds/sealed/sealed", Organizer),
        new("award-jury", "/award-rounds/{awardRound}/jury", s => $"{s.Space.Path}/award-rounds/judging/jury", Organizer),
        new("award-scores", "/award-rounds/{awardRound}/jury", s => $"{s.Space.Path}/award-rounds/unsealed/jury", Organizer),
        new("award-panel", "/award-rounds/{awardRound}/panel/{panel:guid?}", s => $"{s.Space.Path}/award-rounds/judging/panel/{s.Panel}", Organizer),
        new("award-nomination", "/award-rounds/{awardRound}/nomination", s => $"{s.Space.Path}/award-rounds/nominating/nomination", Coordinator),
        new("award-nomination-read", "/award-rounds/{awardRound}/nominations/{agency}", s => $"{s.Space.Path}/award-rounds/judging/nominations/{s.Answering.Agency}", Organizer),
        new("award-judge", "/award-rounds/{awardRound}/judge", s => $"{s.Space.Path}/award-rounds/judging/judge", s => s.Juror),
        new("award-judge-one", "/award-rounds/{awardRound}/judge/{agency}", s => $"{s.Space.Path}/award-rounds/judging/judge/{s.Answering.Agency}", s => s.Juror),
        new("award-judge-open", "/award-rounds/{awardRound}/judge/{agency}", s => $"{s.Space.Path}/award-rounds/unsealed/judge/{s.Answering.Agency}", s => s.Juror),
        new("award-objections", "/award-rounds/{awardRound}/objections", s => $"{s.Space.Path}/award-rounds/revealed/objections", Organizer),
        new("award-objection", "/award-rounds/{awardRound}/objection", s => $"{s.Space.Path}/award-rounds/revealed/objection", Coordinator),
        new("award-kit", "/award-rounds/{awardRound}/kit", s => $"{s.Space.Path}/award-rounds/sealed/kit", Organizer),
        new("awards", "/awards", s => $"{s.Space.Path}/awards", Organizer),
        new("award-category", "/awards/{award}/{category}", s => $"{s.Space.Path}/awards/innovation-jury/innovation", Organizer),
        new("winners", "/results/awards/{awardRound}", s => $"{s.Space.Path}/results/awards/revealed", _ => null),

        new("accounts", "/accounts", s => $"{s.Space.Path}/accounts", s => s.Auditor),
        new("invite", "/accounts/invite", s => $"{s.Space.Path}/accounts/invite", s => s.Auditor),
        new("account", "/accounts/{id:guid}", s => $"{s.Space.Path}/accounts/{s.Invited}", s => s.Auditor),
        new("rights", "/accounts/{id:guid}/rights", s => $"{s.Space.Path}/accounts/{s.Answering.Respondent.Id}/rights", s => s.Auditor),
        new("activation", "/accounts/{id:guid}/activation", s => $"{s.Space.Path}/accounts/{s.Answering.Respondent.Id}/activation", s => s.Auditor),
        new("roles", "/roles", s => $"{s.Space.Path}/roles", s => s.Auditor),
        new("role-new", "/roles/new", s => $"{s.Space.Path}/roles/new", s => s.Auditor),
        new("role", "/roles/{role}", s => $"{s.Space.Path}/roles/coordinator", s => s.Auditor),
        new("delegation", "/delegation", s => $"{s.Space.Path}/delegation", Coordinator),
        new("invitation-over", "/invitation", s => $"{s.Space.Path}/invitation?token=used", _ => null, 410),
        new("forgot", "/sign-in/forgot", s => $"{s.Space.Path}/sign-in/forgot", _ => null),
        new("reset-over", "/sign-in/reset", s => $"{s.Space.Path}/sign-in/reset?token=used", _ => null, 410),
        new("password", "/security/password", s => $"{s.Space.Path}/security/password", Respondent),
        new("email", "/security/email", s => $"{s.Space.Path}/security/email", Respondent),
        new("email-over", "/security/email/confirm", s => $"{s.Space.Path}/security/email/confirm?token=used", _ => null, 410),
        new("clients", "/clients", s => $"{s.Space.Path}/clients", s => s.Auditor),
        new("client-register", "/clients/new", s => $"{s.Space.Path}/clients/new", s => s.Auditor),
        new("client", "/clients/{id:guid}", s => $"{s.Space.Path}/clients/{s.Program.Id}", s => s.Auditor),
        new("authorize", "/connect/authorize", Consent, Respondent),
        new("programs", "/security/programs", s => $"{s.Space.Path}/security/programs", Respondent),

        new("jobs", "/jobs", s => $"{s.Space.Path}/jobs", s => s.Auditor),
        new("tenants", "/tenants", s => $"{s.Hub.Path}/tenants", s => s.Operator),
        new("tenant", "/tenants/{id}", s => $"{s.Hub.Path}/tenants/{s.Space.Space.Id}", s => s.Operator),
        new("tenant-new", "/tenants/new", s => $"{s.Hub.Path}/tenants/new", s => s.Operator),
        new("tenant-suspend", "/tenants/{id}/{act}", s => $"{s.Hub.Path}/tenants/{s.Space.Space.Id}/suspend", s => s.Operator),
        new("tenant-delete", "/tenants/{id}/{act}", s => $"{s.Hub.Path}/tenants/{s.Space.Space.Id}/delete", s => s.Operator),

        new("sharing", "/sharing", s => $"{s.Space.Path}/sharing", s => s.Auditor),
        new("sharing-round", "/sharing/rounds/{round}", s => $"{s.Space.Path}/sharing/rounds/{Nation.Round}?level=3", s => s.Auditor),
        new("sharing-new", "/sharing/rounds/{round}/new", s => $"{s.Space.Path}/sharing/rounds/{Nation.Round}/new", s => s.Auditor),
        new("sharing-draft", "/sharing/agreements/{number}", s => $"{s.Space.Path}/sharing/agreements/{s.DraftedAgreement}", s => s.Auditor),
        new("sharing-agreement", "/sharing/agreements/{number}", s => $"{s.Space.Path}/sharing/agreements/{s.Agreement}", s => s.Auditor),
        new("sharing-sign", "/sharing/agreements/{number}/sign", s => $"{s.Space.Path}/sharing/agreements/{s.DraftedAgreement}/sign", s => s.Auditor),
        new("sharing-revoke", "/sharing/agreements/{number}/revoke", s => $"{s.Space.Path}/sharing/agreements/{s.Agreement}/revoke", s => s.Auditor),
        new("sharing-practices", "/sharing/rounds/{round}/practices", s => $"{s.Space.Path}/sharing/rounds/{s.Published.Round}/practices", s => s.Auditor),
        new("sharing-practice-new", "/sharing/rounds/{round}/practices/new", s => $"{s.Space.Path}/sharing/rounds/{s.Published.Round}/practices/new?question=C8&agency={s.Answering.Agency}", s => s.Auditor),
        new("sharing-practice", "/sharing/rounds/{round}/practices/{agency}/{question}", s => $"{s.Space.Path}/sharing/rounds/{Nation.Round}/practices/{Nation.Agency}/C2", s => s.Auditor),
        new("sharing-ledger", "/sharing/ledger", s => $"{s.Space.Path}/sharing/ledger", s => s.Auditor),

        new("partners", "/partners", s => $"{s.Hub.Path}/partners?done=changed&partner={PreparedSpace.OwnInstallation}", s => s.Operator),
        new("partner-change", "/partners/{partner}/change", s => $"{s.Hub.Path}/partners/{PreparedSpace.OwnInstallation}/change", s => s.Operator),
        new("partner-new", "/partners/new", s => $"{s.Hub.Path}/partners/new", s => s.Operator),
        new("countries", "/countries", s => $"{s.Hub.Path}/countries", s => s.Programme),
        new("country", "/countries/{partner}", s => $"{s.Hub.Path}/countries/{s.Space.Space.Id}", s => s.Programme),
        new("country-practices", "/countries/{partner}", s => $"{s.Hub.Path}/countries/{s.Neighbours[0].Space.Id}", s => s.Programme),
        new("country-round", "/countries/{partner}/rounds/{round}", s => $"{s.Hub.Path}/countries/{s.Space.Space.Id}/rounds/{Nation.Round}", s => s.Programme),

        new("comparison", "/comparison", s => $"{s.Hub.Path}/comparison?countries={string.Join(',', s.Neighbours.Select(n => n.Space.Id))}", s => s.Programme),
        new("comparison-peers", "/comparison/peers", s => $"{s.Hub.Path}/comparison/peers?country={s.Neighbours[0].Space.Id}", s => s.Programme),
        new("egdi", "/egdi", s => $"{s.Hub.Path}/egdi", s => s.Programme),
        new("egdi-country", "/egdi/{country}", s => $"{s.Hub.Path}/egdi/UZB", s => s.Programme),
        new("egdi-what-if", "/egdi/{country}/what-if", s => $"{s.Hub.Path}/egdi/UZB/what-if?edition=2022&osi=%2B0.05&others=moving", s => s.Programme),
        new("egdi-what-if-wrong", "/egdi/{country}/what-if", s => $"{s.Hub.Path}/egdi/UZB/what-if?edition=2022&osi=%2B5&tii=much", s => s.Programme, 400),
        new("egdi-upload", "/egdi/upload", s => $"{s.Hub.Path}/egdi/upload", s => s.Programme),

        new("data-checks", "/data-checks", s => $"{s.Space.Path}/data-checks", Organizer),
        new("data-check-new", "/data-checks/new", s => $"{s.Space.Path}/data-checks/new", Organizer),
        new("data-check", "/data-checks/{check:guid}", s => $"{s.Space.Path}/data-checks/{s.DataCheck}", Organizer),

        new("audit", "/audit", s => $"{s.Space.Path}/audit", s => s.Auditor),

        new("result", $"{Agency}/result", s => $"{s.Published.Path}/result", Respondent),
        new("round-files", "/rounds/{round}/files", s => $"{s.Space.Path}/rounds/2020/files", Organizer),
        new("outlook", $"{Agency}/result/outlook", s => $"{s.Published.Path}/result/outlook", Coordinator),
        new("objections", "/rounds/{round}/objections", s => $"{s.Space.Path}/rounds/{Nation.Round}/objections", Organizer),
        new("objection", $"{Agency}/result/objection", s => $"{s.Published.Path}/result/objection", Coordinator),
        new("objection-answer", $"{Agency}/result/objection/answer", s => $"{s.Space.Path}/rounds/{Nation.Round}/agencies/{Nation.Agency}/result/objection/answer", Organizer),
        new("agency-practice", $"{Agency}/practices/{{question}}", s => $"{s.Published.Path}/practices/C1", Coordinator),
        new("agency-practice-agreed", $"{Agency}/practices/{{question}}", s => $"{s.Published.Path}/practices/C2", Coordinator),
        new("plan", $"{Agency}/plan", s => $"{s.Published.Path}/plan", Coordinator),
        new("plan-new", $"{Agency}/plan/new", s => $"{s.Published.Path}/plan/new", Coordinator),
        new("plan-action", $"{Agency}/plan/{{action:guid}}", s => $"{s.Published.Path}/plan/{s.PlannedAction}", Coordinator),
        new("result-trace", $"{Agency}/result/trace", s => $"{s.Published.Path}/result/trace", Respondent),
    ];

    private static string Consent(PreparedSpace space) =>
        $"{space.Space.Path}/connect/authorize?response_type=code&client_id={space.Program.ClientId}&redirect_uri=https%3A%2F%2Fportal.example%2Fback"
        + $"&scope=openid%20profile%20api.results&state=s&code_challenge={new string('a', 43)}&code_challenge_method=S256";

    private static Person Respondent(PreparedSpace space) => space.Answering.Respondent;

    private static Person Programme(PreparedSpace space) => space.Programme;

    private static Person Secured(PreparedSpace space) => space.Secured.Person;

    private static Person Coordinator(PreparedSpace space) => space.Answering.Coordinator;

    private static Person Assessor(PreparedSpace space) => space.Answering.Assessor;

    private static Person Organizer(PreparedSpace space) => space.Answering.Organizer;
}
