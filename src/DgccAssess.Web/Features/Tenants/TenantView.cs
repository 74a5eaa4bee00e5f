using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants.Door;
using DgccAssess.Core.Features.Tenants.Operation;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Shared;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Tenants;

/// <summary>Words of the pages of the platform's operator.</summary>
public sealed class TenantsWords;

/// <summary>States and sizes in words.</summary>
public static class TenantView
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB"];

    public static StatusTag Tag(this SpaceState state, IStringLocalizer words) => new(words["State." + state].Value, state switch
    {
        SpaceState.Active => StatusKind.Ok,
        SpaceState.Suspended => StatusKind.Warn,
        SpaceState.DeletionOrdered => StatusKind.Bad,
        _ => StatusKind.Quiet,
    });

    public static StatusTag Tag(this TenantFigures figures, IStringLocalizer words) => new(words["Schema." + figures.Schema.State].Value, figures.Schema.State switch
    {
        SchemaState.Current => StatusKind.Ok,
        SchemaState.Older or SchemaState.Newer => StatusKind.Warn,
        _ => StatusKind.Bad,
    });

    public static StatusTag Tag(this ExportState state, IStringLocalizer words) => new(words["Export." + state].Value, state switch
    {
        ExportState.Done => StatusKind.Ok,
        ExportState.Failed => StatusKind.Bad,
        _ => StatusKind.Info,
    });

    /// <summary>1.2 MB, in the reader's figures; thousands, not 1024.</summary>
    public static string Size(long bytes)
    {
        var (value, unit) = ((decimal)bytes, 0);
        for (; value >= 1000 && unit < Units.Length - 1; unit++) value /= 1000;
        return $"{value.ToString(unit == 0 ? "0" : "0.0", CultureInfo.CurrentCulture)} {Units[unit]}";
    }

    /// <summary>What may be done with a tenant in that state; what is done when doesn't matter here, the use case decides.</summary>
    public static IReadOnlyList<string> Acts(this SpaceState state) => state switch
    {
        SpaceState.Active => [TenantActs.Suspend, TenantActs.Export],
        SpaceState.Suspended => [TenantActs.Resume, TenantActs.Export, TenantActs.Delete],
        SpaceState.DeletionOrdered => [TenantActs.CancelDeletion, TenantActs.Export],
        _ => [],
    };
}

/// <summary>Last word of the address of what an operator does.</summary>
public static class TenantActs
{
    public const string Suspend = "suspend";
    public const string Resume = "resume";
    public const string Export = "export";
    public const string Delete = "delete";
    public const string CancelDeletion = "cancel-deletion";

    public static IReadOnlyList<string> All { get; } = [Suspend, Resume, Export, Delete, CancelDeletion];
}
