using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Awards.Rounds;

/// <summary>An award with a jury, two agencies with coordinators, four jurors in one panel.</summary>
internal sealed class JuryScene : IDisposable
{
    public const string Code = "innovation-2026";
    public const string One = "agency-one";
    public const string Two = "agency-two";

    private readonly List<TestBrowser> browsers = [];

    public required TestSpace Space { get; init; }
    public required Person Organizer { get; init; }
    public required IReadOnlyList<Person> Coordinators { get; init; }
    public required IReadOnlyList<Person> Jurors { get; init; }

    public static async Task<JuryScene> OpenAsync(TestApp app)
    {
        var space = await app.CreateSpaceAsync();
        await space.PublishFiguresAsync("2026", "dgcc-2026", new PublishedAgency(One, 4m), new PublishedAgency(Two, 3m));
        await space.DeclareAwardsAsync("awards/innovation-jury");
        await space.OpenAwardRoundAsync(Code, "innovation-jury", "2026");
        await space.MoveAwardRoundAsync(Code, AwardStage.Nominations, TimeProvider.System.UtcNow.AddDays(1));
        List<Person> jurors = [];
        for (var i = 1; i <= 4; i++) jurors.Add(await space.CreatePersonAsync(Roles.Juror, name: $"Juror {i}"));
        return new JuryScene
        {
            Space = space, Organizer = await space.CreatePersonAsync(Roles.Organizer, name: "Lestari Putri"), Jurors = jurors,
            Coordinators = [await space.CreatePersonAsync(Roles.Coordinator, await space.AgencyIdAsync(One)), await space.CreatePersonAsync(Roles.Coordinator, await space.AgencyIdAsync(Two))],
        };
    }

    public static string At(string below = "") => $"/award-rounds/{Code}{below}";

    public async Task<TestBrowser> AsAsync(Person person)
    {
        var browser = await Space.AsAsync(person);
        browsers.Add(browser);
        return browser;
    }

    public async Task<TestPage> NominateAsync(TestBrowser coordinator, string statement) =>
        await coordinator.SubmitAsync(await coordinator.GetAsync(At("/nomination")), "#nomination", ("Input.Statement", statement));

    /// <summary>Both agencies are nominated, the panel sits, scoring has begun.</summary>
    public async Task<TestBrowser> ScoringAsync()
    {
        foreach (var coordinator in Coordinators) await NominateAsync(await AsAsync(coordinator), $"What {coordinator.DisplayName} did.");
        var organizer = await AsAsync(Organizer);
        var panel = await organizer.GetAsync(At("/panel"));
        await organizer.SubmitAsync(panel, "main form:has(#Input_Name)", [("Input.Name", "Everybody"), .. Jurors.Select(j => ("Input.Jurors", (string?)$"{j.Id}"))]);
        await Space.ReadAsync(db => db.AwardRounds.ExecuteUpdateAsync(set => set.SetProperty(r => r.NominationsDueAt, TimeProvider.System.UtcNow.AddMinutes(-1))));
        await StepAsync(organizer);
        return organizer;
    }

    /// <summary>The next step of the jury, as the organizer's page offers it.</summary>
    public static async Task<TestPage> StepAsync(TestBrowser organizer) => await organizer.SubmitAsync(await organizer.GetAsync(At("/jury")), "#jury-step");

    public static async Task<TestPage> ScoreAsync(TestBrowser juror, string agency, string points, string remark = "") => await juror.SubmitAsync(
        await juror.GetAsync(At($"/judge/{agency}")), "#score", ("Input.Scores[0].Points", points), ("Input.Scores[1].Points", points), ("Input.Scores[2].Points", points), ("Input.Remark", remark));

    public void Dispose() => browsers.ForEach(b => b.Dispose());
}
