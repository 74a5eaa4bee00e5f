using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Objections;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Objections;

/// <summary>A round with two published results, a coordinator of the first agency and an organizer.</summary>
internal sealed class ObjectionScene : IDisposable
{
    public const string Round = "2026";
    public const string Agency = "ministry-a";
    public const string Neighbour = "ministry-b";
    public const string List = $"/rounds/{Round}/objections";
    public const string Result = $"/rounds/{Round}/agencies/{Agency}/result";
    public const string Objection = $"{Result}/objection";
    public const string Answer = $"{Objection}/answer";

    public required TestSpace Space { get; init; }
    public required TestBrowser Coordinator { get; init; }
    public required TestBrowser Organizer { get; init; }

    public static async Task<ObjectionScene> OpenAsync(TestApp app)
    {
        var space = await app.CreateSpaceAsync();
        await space.PublishRoundAsync(Round, [new(Agency, "ministry", 2), new(Neighbour, "ministry", 3)]);
        return new ObjectionScene
        {
            Space = space,
            Coordinator = await space.AsAsync(await space.CreatePersonAsync(Roles.Coordinator, await space.AgencyIdAsync(Agency), "Ratna Dewi")),
            Organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer, name: "Lestari Putri")),
        };
    }

    public async Task<TestPage> FileAsync(params (string Name, string? Value)[] values) =>
        await Coordinator.SubmitAsync(await Coordinator.GetAsync(Objection), "#objection", [.. new[] { ("Input.Reason", (string?)"The regulation of 2021 was overlooked.") }.Where(g => values.All(v => v.Name != g.Item1)), .. values]);

    public async Task<TestPage> AnswerAsync(bool isUpheld, string answer = "We read it again.") =>
        await Organizer.SubmitAsync(await Organizer.GetAsync(Answer), "#answer", ("Input.IsUpheld", isUpheld ? "true" : "false"), ("Input.Answer", answer));

    public Task<List<Objection>> StoredAsync() => Space.ReadAsync(db => db.Objections.AsNoTracking().OrderBy(o => o.Id).ToListAsync());

    public Task<int> AuditAsync(string type) => Space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == type));

    /// <summary>As if everything had been published so many days ago.</summary>
    public Task AgeAsync(int days) => Space.ReadAsync(async db => await db.Snapshots.ExecuteUpdateAsync(set => set.SetProperty(s => s.TakenAt, TimeProvider.System.UtcNow.AddDays(-days))));

    public void Dispose()
    {
        Coordinator.Dispose();
        Organizer.Dispose();
    }
}
