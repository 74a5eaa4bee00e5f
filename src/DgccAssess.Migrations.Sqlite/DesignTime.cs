using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DgccAssess.Migrations.Sqlite;

/// <summary>Lets dotnet-ef build the models without booting the web. Nothing connects to this address.</summary>
public sealed class TenantDesignTime : IDesignTimeDbContextFactory<TenantDbContext>
{
    internal const string Connection = "Data Source=design.db";

    public TenantDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<TenantDbContext>().UseProvider(DatabaseProvider.Sqlite, Connection).Options);
}

public sealed class HubDesignTime : IDesignTimeDbContextFactory<HubDbContext>
{
    public HubDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<HubDbContext>().UseProvider(DatabaseProvider.Sqlite, TenantDesignTime.Connection).Options);
}
