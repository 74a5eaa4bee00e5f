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
        return new ApiScene(
            space, diagnosis, (await space.ImportInstrumentAsync()).Hash,
            await ApiClient.OfSessionAsync(space, diagnosis.Organizer),
            await ApiClient.OfSessionAsync(space, await space.CreatePersonAsync(Roles.Administrator)),
            ApiClient.Anonymous(space));
    }

    /// <summary>Calls the operation well and in as many wrong ways as it has.</summary>
    public async Task<IReadOnlyList<ApiAnswer>> CallAsync(ContractOperation operation)
    {
        var method = HttpMethod.Parse(operation.Method);
        var path = Address(operation, missing: false);
        var caller = operation.Path.Contains("/audit/", StringComparison.Ordinal) ? Auditor : Organizer;
        List<ApiAnswer> answers =
        [
            await caller.GetAsync(path, ("Accept", "application/json")),
            await Stranger.SendAsync(method, path, content: null),
            await (caller == Organizer ? Auditor : Organizer).SendAsync(method, path, content: null),
        ];
        if (method == HttpMethod.Get)
        {
            answers.Add(await caller.GetAsync(path, ("If-None-Match", answers[0].Tag!)));
            answers.Add(await caller.GetAsync(path, ("Accept", "image/png")));
            if (operation.Node["parameters"]!.AsArray().Any(p => p!["name"]!.ToString() == "limit"))
            {
                answers.Add(await caller.GetCsvAsync(path));
                answers.Add(await caller.GetAsync(path + "?limit=0"));
            }

            if (operation.Path.Contains('{', StringComparison.Ordinal)) answers.Add(await caller.GetAsync(Address(operation, missing: true)));
        }

        return answers;
    }

    private string Address(ContractOperation operation, bool missing) => operation.Path["/api/v1".Length..]
        .Replace("{round}", missing ? "1999" : Diagnosis.Round, StringComparison.Ordinal)
        .Replace("{agency}", missing ? "nobody" : Diagnosis.Agency, StringComparison.Ordinal)
        .Replace("{hash}", missing ? "00" : InstrumentHash, StringComparison.Ordinal);
}
