using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Agencies;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Security;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.TestCommon;

/// <summary>An agency as a test names it.</summary>
public sealed record AgencyToAssess(string Code, string Group, LocalizedText Names, bool Synthetic = false)
{
    public static AgencyToAssess Kemenko { get; } = new("kemenko-perekonomian", "ministry", LocalizedText.Of(
        ("id", "Kementerian Koordinator Bidang Perekonomian"), ("en", "Coordinating Ministry for Economic Affairs"),
        ("ar", "الوزارة التنسيقية للشؤون الاقتصادية"), ("fr", "Ministère coordinateur des Affaires économiques")));

    public static AgencyToAssess Commune { get; } = new("demo-commune", "local", LocalizedText.Of(
        ("ar", "بلدية النموذج (هيكل وهمي للتجربة)"), ("fr", "Commune modèle (organisme fictif)"), ("en", "Model Municipality (synthetic)")), Synthetic: true);
}

public sealed partial class TestSpace
{
    /// <summary>An open round with one agency, everybody its diagnosis needs, and the assessor assigned.</summary>
    public async Task<TestDiagnosis> OpenDiagnosisAsync(AgencyToAssess agency, string round = "2021", string instrument = "spbe-2020")
    {
        var agencyId = await AddAgencyAsync(agency);
        await OpenRoundForAsync(agency.Code, round, instrument);
        var diagnosis = new TestDiagnosis
        {
            Space = this,
            Round = round,
            Agency = agency.Code,
            Instrument = instrument,
            Respondent = await CreatePersonAsync(Roles.Respondent, agencyId, "Siti Rahma"),
            Colleague = await CreatePersonAsync(Roles.Respondent, agencyId, "Budi Santoso"),
            Coordinator = await CreatePersonAsync(Roles.Coordinator, agencyId, "Ratna Dewi"),
            Assessor = await CreatePersonAsync(Roles.Assessor, name: "Dr. Agus Wijaya"),
            Organizer = await CreatePersonAsync(Roles.Organizer, name: "Lestari Putri"),
        };
        await diagnosis.AssignAssessorAsync();
        return diagnosis;
    }

    /// <summary>A further round with the same agency and people, the assessor assigned.</summary>
    public async Task<TestDiagnosis> OpenFurtherRoundAsync(TestDiagnosis earlier, string round)
    {
        await OpenRoundForAsync(earlier.Agency, round, earlier.Instrument);
        var diagnosis = earlier.In(round);
        await diagnosis.AssignAssessorAsync();
        return diagnosis;
    }

    private async Task OpenRoundForAsync(string agency, string round, string instrument)
    {
        var version = await ImportInstrumentAsync(instrument);
        var opened = await RunAsync(services => services.GetRequiredService<OpenRound>().HandleAsync(new OpenRoundCommand(
            round, CycleType.Evaluation, version.Id, services.GetRequiredService<TimeProvider>().UtcNow.AddDays(12), [agency])));
        if (!opened.Succeeded) throw new InvalidOperationException(string.Join(", ", opened.Problems));
    }

    private Task<Guid> AddAgencyAsync(AgencyToAssess agency) => RunAsync(async services =>
    {
        var db = services.GetRequiredService<TenantDbContext>();
        var added = Agency.Create(services.GetRequiredService<TimeProvider>().NewId(), agency.Code, agency.Group, agency.Names, synthetic: agency.Synthetic);
        db.Agencies.Add(added);
        services.GetRequiredService<Core.Audit.AuditTrail>().Record(new TestAgencyAdded(agency.Code));
        await db.SaveChangesAsync();
        return added.Id;
    });
}
