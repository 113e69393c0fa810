/// The pages that stand around Swagger UI.
enum DocumentationPages {
    /// Loads Swagger UI from this service; its script is a file too, so that the policy need not allow inline scripts.
    static let page = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Math Microservice: the HTTP interface</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/docs/swagger-ui.css">
        </head>
        <body>
        <div id="swagger-ui"></div>
        <script src="/docs/swagger-ui-bundle.js"></script>
        <script src="/docs/init.js"></script>
        </body>
        </html>

        """

    /// Stands in while the files of Swagger UI are not there.
    static let missing = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Math Microservice: the HTTP interface</title>
        <link rel="icon" href="data:,">
        </head>
        <body>
        <h1>Math Microservice</h1>
        <p>The interactive documentation is not installed: <code>make assets</code> fetches it, then start the service
        again. The description of the interface is here: <a href="/openapi.json">openapi.json</a>.</p>
        </body>
        </html>

        """

    static let script = """
        "use strict";
        window.ui = SwaggerUIBundle({
          url: "/openapi.json",
          dom_id: "#swagger-ui",
          deepLinking: true,
          docExpansion: "none",
          filter: true,
          persistAuthorization: false,
          validatorUrl: null,
        });

        """
}
