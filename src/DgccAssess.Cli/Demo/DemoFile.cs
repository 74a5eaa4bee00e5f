using System.Text.Json;
using System.Text.Json.Serialization;
using DgccAssess.Core.Features.Rounds;

namespace DgccAssess.Cli.Demo;

/// <summary>demo.json of a tenant's folder: who can sign in, which rounds there are and how far each agency has come.</summary>
internal sealed record DemoFile
{
    public const string Name = "demo.json";

    /// <summary>Known to everybody: only for machines where nothing is at stake.</summary>
    public const string Password = "try-the-diagnosis";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public required string Space { get; init; }
    public required IReadOnlyList<DemoAccount> Accounts { get; init; }
    public IReadOnlyList<DemoRound> Rounds { get; init; } = [];
    public DemoTexts? Texts { get; init; }

    public static async Task<DemoFile> ReadAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<DemoFile>(file, Options, ct) ?? throw new InvalidDataException($"{path} is empty.");
    }
}

/// <param name="Email">Address to sign in with.</param>
/// <param name="Name">Made up, and says so.</param>
/// <param name="Role">One of the roles of a space.</param>
/// <param name="Agency">Agency code, for those who work for one.</param>
internal sealed record DemoAccount(string Email, string Name, string Role, string? Agency = null);

/// <param name="Code">Round code.</param>
/// <param name="CycleType">Monitoring or evaluation.</param>
/// <param name="Instrument">Folder of tenants/instruments; imported with the tenant.</param>
/// <param name="DaysOpen">Days until answers are due, from the day it is created; null: no deadline.</param>
/// <param name="Agencies">How far each agency has come.</param>
internal sealed record DemoRound(string Code, CycleType CycleType, string Instrument, int? DaysOpen, IReadOnlyList<DemoAssessment> Agencies);

/// <param name="Agency">Agency code.</param>
/// <param name="Published">The whole way to publication; else answering goes on.</param>
/// <param name="Levels">Level per indicator: the answers given and, where published, the assessor's and the final value.</param>
/// <param name="ClaimedHigher">Indicators where the agency claimed one level more than the assessor found.</param>
/// <param name="Evidence">Indicators with a document attached.</param>
internal sealed record DemoAssessment(
    string Agency, bool Published, IReadOnlyDictionary<string, int> Levels, IReadOnlyList<string> ClaimedHigher, IReadOnlyList<string> Evidence);

/// <summary>Texts in the tenant's own language, each saying that it was written for the demonstration; {0} is the indicator, {1} the level.</summary>
internal sealed record DemoTexts(string Document, string Analysis, string Service, string Statement, string Explanation, string Higher, string Final);
