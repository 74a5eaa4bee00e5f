using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Tenants.Door.Pack;
using DgccAssess.Core.Features.Tenants.Operation;
using DgccAssess.Core.Security;
using DgccAssess.Core.Storage;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DgccAssess.Core.Features.Tenants.Door;

/// <summary>Bound from "Exports".</summary>
public sealed record ExportOptions
{
    /// <summary>Folder of exit packs, one folder a tenant in it. Relative to the working directory.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Root { get; init; } = "data/exports";
}

/// <summary>Writes a tenant's exit pack into its folder of the installation, encrypted where the government gave a key. The hub hears its size and hash.</summary>
public sealed class TenantPacks(SpaceScopes scopes, IOptions<ExportOptions> options)
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public async Task<PackFile> WriteAsync(SpaceInfo space, Guid exportId, DateTime requestedAt, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(FolderOf(space.Id)).FullName;
        var name = string.Create(CultureInfo.InvariantCulture, $"{space.Id}-{requestedAt:yyyyMMdd-HHmmss}-{exportId.ToString("N")[^8..]}.zip");
        var (path, part) = (Path.Combine(folder, name), Path.Combine(folder, name + ".part"));
        var key = space.Settings.ExportKey;
        await using (var file = new FileStream(part, Create()))
        {
            await (key is null ? WriteContentAsync(space, file, requestedAt, ct) : PackEnvelope.WriteAsync(file, key, stream => WriteContentAsync(space, stream, requestedAt, ct)));
            file.Flush(flushToDisk: true);
        }

        // A pack is under its name only when it is whole.
        File.Move(part, path, overwrite: true);
        await using var whole = File.OpenRead(path);
        return new(name, whole.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(whole, ct)), key is not null);
    }

    /// <summary>A pack's file; null when it was taken away.</summary>
    public Stream? OpenRead(string spaceId, string name)
    {
        var path = Path.Combine(FolderOf(spaceId), Path.GetFileName(name));
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 128 * 1024, useAsync: true) : null;
    }

    public string FolderOf(string spaceId) => Path.Combine(Path.GetFullPath(options.Value.Root), spaceId);

    private Task WriteContentAsync(SpaceInfo space, Stream target, DateTime requestedAt, CancellationToken ct) => scopes.RunAsync(space, services =>
    {
        services.GetRequiredService<ActorContext>().Set(Actor.Program(TenantTrail.OperatorName));
        var db = services.GetRequiredService<TenantDbContext>();
        var papers = new PackPapers(db, services.GetRequiredService<ReadResult>(), services.GetRequiredService<ResultFiles>());
        return new PackContent(db, services.GetRequiredService<IEvidenceStore>(), papers).WriteAsync(target, requestedAt, ct);
    });

    private static FileStreamOptions Create()
    {
        var create = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) create.UnixCreateMode = Private;
        return create;
    }
}
