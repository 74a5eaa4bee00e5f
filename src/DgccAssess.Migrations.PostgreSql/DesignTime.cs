using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DgccAssess.Migrations.PostgreSql;

/// <summary>Lets dotnet-ef build the models without booting the web. Nothing connects to this address.</summary>
public sealed class TenantDesignTime : IDesignTimeDbContextFactory<TenantDbContext>
{
    internal const string Connection = "Host=localhost;Database=design";

    public TenantDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<TenantDbContext>().UseProvider(DatabaseProvider.PostgreSql, Connection).Options);
}

public sealed class HubDesignTime : IDesignTimeDbContextFactory<HubDbContext>
{
    public HubDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<HubDbContext>().UseProvider(DatabaseProvider.PostgreSql, TenantDesignTime.Connection).Options);
}
