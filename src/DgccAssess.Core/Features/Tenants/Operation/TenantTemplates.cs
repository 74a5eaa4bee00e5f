using System.ComponentModel.DataAnnotations;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Instruments.Files;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Files;
using Microsoft.Extensions.Options;

namespace DgccAssess.Core.Features.Tenants.Operation;

/// <summary>Bound from "Tenants".</summary>
public sealed record TenantTemplateOptions
{
    /// <summary>Folder with the folders of tenants, and "instruments" among them. Relative to the working directory. Not there: nothing can be created in the hub.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Folder { get; init; } = "tenants";
}

/// <summary>What a tenant can be made from: a folder that describes one, or an instrument for a blank one.</summary>
public sealed class TenantTemplates(IOptions<TenantTemplateOptions> options)
{
    private string Root => Path.GetFullPath(options.Value.Folder);

    /// <summary>Ids of the tenants that folders describe.</summary>
    public IReadOnlyList<string> Folders => Named(Root, TenantFile.Name);

    public IReadOnlyList<string> Instruments => Named(Path.Combine(Root, "instruments"), "instrument.yaml");

    public FileResult<TenantDefinition> Read(string id) => TenantFile.Read(Path.Combine(Root, id));

    public FileResult<IReadOnlyList<InstrumentDocument>> ReadInstruments(TenantDefinition tenant)
    {
        var read = tenant.Space.Settings.Instruments.Select(code => InstrumentFolder.Read(Path.Combine(Root, "instruments", code))).ToList();
        return new([.. read.Where(r => r.Value is not null).Select(r => r.Value!)], [.. read.SelectMany(r => r.Problems)], [.. read.SelectMany(r => r.Warnings)]);
    }

    public FileResult<IReadOnlyList<AwardDocument>> ReadAwards(TenantDefinition tenant, IReadOnlyList<InstrumentDocument> instruments) =>
        ApplyTenant.ReadAwards(Path.Combine(Root, tenant.Space.Id), tenant, instruments);

    private static IReadOnlyList<string> Named(string folder, string file) => !Directory.Exists(folder) ? [] :
        [.. Directory.GetDirectories(folder).Where(f => File.Exists(Path.Combine(f, file))).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
}
