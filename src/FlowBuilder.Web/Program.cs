var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
await app.RunAsync();

/// <summary>Named so that tests can start the program in their own process.</summary>
public partial class Program;
