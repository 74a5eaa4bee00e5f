using DgccAssess.Core.Security;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.Api;

/// <summary>A space in which every operation of the contract has something to answer, and callers for whom it has not.</summary>
internal sealed record ApiScene(TestSpace Space, TestDiagnosis Diagnosis, string InstrumentHash, ApiClient Organizer, ApiClient Auditor, ApiClient Stranger)
{
    public static async Task<ApiScene> PrepareAsync(TestSpace space)
    {
        var diagnosis = await space.OpenDiagnosisAsync(AgencyToAssess.Kemenko);
        await diagnosis.PublishAllAsync(diagnosis.AllAt(3));
        await space.CreateAgencyAsync("late-agency");
        await space.DeclareAwardsAsync();
        return new ApiScene(
            space, diagnosis, (await space.ImportInstrumentAsync()).Hash,
            await ApiClient.OfSessionAsync(space, diagnosis.Organizer),
            await ApiClient.OfSessionAsync(space, await space.CreatePersonAsync(Roles.Administrator)),
            ApiClient.Anonymous(space));
    }

    /// <summary>Calls the operation well and in as many wrong ways as it has.</summary>
    public Task<IReadOnlyList<ApiAnswer>> CallAsync(ContractOperation operation) => operation.Method == "get" ? ReadAsync(operation) : WriteAsync(operation);

    private async Task<IReadOnlyList<ApiAnswer>> ReadAsync(ContractOperation operation)
    {
        var path = Address(operation, missing: false);
        var (caller, other) = operation.Path.Contains("/audit/", StringComparison.Ordinal) ? (Auditor, Organizer) : (Organizer, Auditor);
        var good = await caller.GetAsync(path, ("Accept", "application/json"));
        List<ApiAnswer> answers =
        [
            good, await Stranger.GetAsync(path), await other.GetAsync(path), await caller.GetAsync(path, ("If-None-Match", good.Tag!)), await caller.GetAsync(path, ("Accept", "image/png")),
        ];
        if (operation.Node["parameters"]!.AsArray().Any(p => p!["name"]!.ToString() == "limit"))
        {
            answers.Add(await caller.GetCsvAsync(path));
            answers.Add(await caller.GetAsync(path + "?limit=0"));
        }

        if (operation.Path.Contains('{', StringComparison.Ordinal)) answers.Add(await caller.GetAsync(Address(operation, missing: true)));
        return answers;
    }

    private async Task<IReadOnlyList<ApiAnswer>> WriteAsync(ContractOperation operation)
    {
        var (method, path) = (HttpMethod.Parse(operation.Method), Address(operation, missing: false));
        var body = operation.Id switch
        {
            "openRound" => $$"""{"code":"2030","cycleType":"monitoring","instrumentHash":"{{InstrumentHash}}","agencies":["late-agency"],"answersDueAt":"2030-06-01T17:00:00+07:00"}""",
            "changeRound" => """{"answersDueAt":"2031-01-01T00:00:00Z"}""",
            _ => null,
        };
        var version = (await Organizer.GetAsync($"/rounds/{Diagnosis.Round}")).Tag!;
        var key = ("Idempotency-Key", "contract-" + operation.Id);
        List<ApiAnswer> answers =
        [
            await Organizer.WriteAsync(method, path, body, key, ("If-Match", version)),
            await Organizer.WriteAsync(method, path, body, key, ("If-Match", version)),
            await Stranger.WriteAsync(method, path, body, ("If-Match", version)),
            await Auditor.WriteAsync(method, path, body, ("If-Match", version)),
            await Organizer.WriteAsync(method, path, body, ("Idempotency-Key", ""), ("If-Match", version)),
            await Organizer.WriteAsync(method, path, body, ("X-CSRF-Token", ""), ("If-Match", version)),
            await Organizer.WriteAsync(method, path + "?x=1", body, key, ("If-Match", version)),
        ];
        if (body is not null)
        {
            answers.Add(await Organizer.WriteAsync(method, path, content: null, ("If-Match", version)));
            answers.Add(await Organizer.WriteAsync(method, path, "{}", ("If-Match", version)));
        }

        if (operation.Id == "openRound") answers.Add(await Organizer.WriteAsync(method, path, body));
        if (operation.Id == "changeRound") answers.Add(await Organizer.WriteAsync(method, path, """{"answersDueAt":null}""", ("If-Match", version)));
        if (operation.Path.Contains('{', StringComparison.Ordinal)) answers.Add(await Organizer.WriteAsync(method, Address(operation, missing: true), body, ("If-Match", version)));
        return answers;
    }

    private string Address(ContractOperation operation, bool missing) => operation.Path["/api/v1".Length..]
        .Replace("{round}", missing ? "1999" : Diagnosis.Round, StringComparison.Ordinal)
        .Replace("{agency}", missing ? "nobody" : Diagnosis.Agency, StringComparison.Ordinal)
        .Replace("{award}", missing ? "nothing" : "digital-government-2024", StringComparison.Ordinal)
        .Replace("{hash}", missing ? "00" : InstrumentHash, StringComparison.Ordinal);
}
