using System.ComponentModel.DataAnnotations;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants.Door;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Files;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Tenants.Operation;

/// <summary>A tenant without a folder: enough to begin with; its own folder can be applied later.</summary>
public sealed record BlankTenant(string Id, string Name, IReadOnlyList<string> Languages, string TimeZone, string? Country, string Instrument);

/// <param name="Template">Folder to make it from, or null.</param>
/// <param name="Blank">What to make it from without a folder.</param>
/// <param name="Administrator">Who runs it from then on.</param>
public sealed record CreateTenantCommand(string? Template, BlankTenant? Blank, FirstAdministrator Administrator) : ICreation;

/// <param name="Id">Of the tenant.</param>
/// <param name="Password">The administrator's first one: shown once and kept nowhere. Null: an invitation goes out by mail.</param>
public sealed record CreatedTenant(string Id, string? Password);

/// <summary>Creates a tenant with its first administrator. The id is unique for good: a second try is refused and changes nothing.</summary>
public sealed class CreateTenant(HubDbContext hub, TenantTemplates templates, TenantBuilder builder, IMultiTenantStore register, ActorContext actor)
{
    private const int IdLength = 40, NameLength = 200;

    /// <summary>First words of addresses that mean something else.</summary>
    private static readonly string[] Reserved = [SpaceInfo.HubId, "lib", "health", "errors", "instruments", "template", "www", "api"];

    public async Task<Result<CreatedTenant>> HandleAsync(CreateTenantCommand command, CancellationToken ct = default)
    {
        var administrator = command.Administrator with { Email = command.Administrator.Email.Trim(), Name = command.Administrator.Name.Trim() };
        List<Problem> problems = [];
        var described = command.Template is { } template ? FromFolder(template, problems) : FromFields(command.Blank!, problems);
        problems.AddRange(Check(administrator));
        if (problems.Count > 0 || described is null) return Failed(Result.Invalid(problems));

        var id = described.Space.Id;
        if (await hub.Spaces.AnyAsync(s => s.Id == id, ct)) return Failed(Result.Conflict(OperationMessages.IdTaken, id));
        if (await TakenHostAsync(described, ct) is { } host) return Failed(Result.Conflict(OperationMessages.HostTaken, host));
        var instruments = templates.ReadInstruments(described);
        if (!instruments.Succeeded) return Failed(Result.Invalid(nameof(command.Template), OperationMessages.TemplateFaulty, First(instruments.Problems)));

        if (command.Template is not null)
        {
            var awards = templates.ReadAwards(described, instruments.Value);
            if (!awards.Succeeded) return Failed(Result.Invalid(nameof(command.Template), OperationMessages.TemplateFaulty, First(awards.Problems)));
            described = described with { Awards = awards.Value };
        }

        var built = await builder.BuildAsync(described, instruments.Value, administrator, actor.Current, ct);
        return built.Succeeded ? new CreatedTenant(id, built.Value!.Password) : Failed(Result.Invalid(nameof(command.Administrator), OperationMessages.AdministratorInvalid));
    }

    public static SpaceSettings SettingsOf(BlankTenant blank) => new()
    {
        Names = new LocalizedText(blank.Languages.ToDictionary(l => l, _ => blank.Name.Trim(), StringComparer.OrdinalIgnoreCase)),
        Languages = blank.Languages,
        TimeZone = blank.TimeZone,
        Country = blank.Country,
        Instruments = [blank.Instrument],
    };

    private async Task<string?> TakenHostAsync(TenantDefinition described, CancellationToken ct) =>
        (await register.GetAllAsync(ct)).SelectMany(s => s.Settings.Hosts).FirstOrDefault(h => described.Space.Settings.Hosts.Contains(h, StringComparer.OrdinalIgnoreCase));

    private TenantDefinition? FromFolder(string template, List<Problem> problems)
    {
        if (!templates.Folders.Contains(template))
        {
            problems.Add(new(nameof(CreateTenantCommand.Template), OperationMessages.TemplateUnknown));
            return null;
        }

        var read = templates.Read(template);
        if (!read.Succeeded) problems.Add(new(nameof(CreateTenantCommand.Template), OperationMessages.TemplateFaulty, First(read.Problems)));
        return read.Value;
    }

    private TenantDefinition? FromFields(BlankTenant blank, List<Problem> problems)
    {
        var before = problems.Count;
        if (!SpaceIds.IsValid(blank.Id) || blank.Id.Length > IdLength || Reserved.Contains(blank.Id)) problems.Add(new(nameof(blank.Id), OperationMessages.IdInvalid, IdLength));
        if (blank.Name.Trim().Length is 0 or > NameLength) problems.Add(new(nameof(blank.Name), OperationMessages.NameInvalid, NameLength));
        if (blank.Languages.Count == 0) problems.Add(new(nameof(blank.Languages), OperationMessages.LanguagesMissing));
        if (!blank.TimeZone.Contains('/') || !TimeZoneInfo.TryFindSystemTimeZoneById(blank.TimeZone, out _)) problems.Add(new(nameof(blank.TimeZone), OperationMessages.TimeZoneUnknown));
        if (blank.Country is { } country && (country.Length != 2 || !country.All(char.IsAsciiLetterUpper))) problems.Add(new(nameof(blank.Country), OperationMessages.CountryInvalid));
        if (!templates.Instruments.Contains(blank.Instrument)) problems.Add(new(nameof(blank.Instrument), OperationMessages.InstrumentUnknown));
        return problems.Count > before ? null : new TenantDefinition { Space = new SpaceDefinition { Id = blank.Id, Settings = SettingsOf(blank) }, Agencies = [] };
    }

    private static IEnumerable<Problem> Check(FirstAdministrator administrator)
    {
        if (administrator.Email.Length > 256 || !new EmailAddressAttribute().IsValid(administrator.Email)) yield return new("Email", OperationMessages.AdministratorInvalid);
        if (administrator.Name.Length is 0 or > NameLength) yield return new("AdministratorName", OperationMessages.AdministratorNameInvalid, NameLength);
    }

    private static string First(IReadOnlyList<FileProblem> problems) => problems[0] is var p ? $"{Path.GetFileName(p.File)}:{p.Line}:{p.Column}: {p.Message} {p.WhatToDo}" : "";

    private static Result<CreatedTenant> Failed(Result failure) => Result<CreatedTenant>.From(failure);
}
