# One word per action; `make help` lists them. A developer and continuous integration type the same words.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

MATH := .build/release/math
PYTHON := .venv/bin/python
# A target that imports what its declaration in Package.swift does not name is refused in every build.
SWIFT_BUILD := swift build --explicit-target-dependency-import-check error
# These calculate and keep every core busy; the others wait for something, and would wait for them.
PURE_SUITES := ^(Text|JSON|Numbers|Calculator|Events)Tests\.
SWIFT_SOURCES := Package.swift Sources Tests benchmarks/hummingbird-fixed/Package.swift benchmarks/hummingbird-fixed/Sources
SHELL_SOURCES := $(wildcard scripts/*.sh tests/*/*.sh) .ci/run infra/debian/postinst infra/debian/prerm infra/debian/postrm infra/zookeeper-kafka/start.sh
say = @printf '%s %s\n' "$$(date --utc '+%H:%M:%S')"

.PHONY: help run build test unit unit-pure e2e faults faults-short lint format bench openapi catalogue settings clean web \
	web-test web-lint env install package images dependencies test-package test-containers test-trixie packages \
	packages-test assets pictures

help: ## This list
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 24

run: build web ## Install what is missing, build, start the service in embedded mode
	@exec $(MATH) serve

build: packages assets ## Release build of the executable: .build/release/math
	@MATH_VERSION=$$(scripts/version.sh) $(SWIFT_BUILD) --configuration release --static-swift-stdlib --product math

web: ## Build the web app into frontend/dist
	@scripts/install.sh web
	@stamp=$$(cat $$(git ls-files frontend) docs/openapi.json | sha256sum); \
	if [ "$$(cat frontend/dist/.stamp 2>/dev/null)" != "$$stamp" ]; then \
		node frontend/scripts/build.mjs && echo "$$stamp" >frontend/dist/.stamp; fi

test: lint unit e2e web-test faults-short ## Every test: lint, Swift suites, end to end, schemathesis, README, web app, faults

unit: packages assets ## The Swift suites
	$(say) "building the Swift suites"
	@$(SWIFT_BUILD) --build-tests
	$(say) "running the Swift suites"
	@swift test --skip-build --filter '$(PURE_SUITES)'
	@swift test --skip-build --skip '$(PURE_SUITES)'

unit-pure: packages ## The suites of the targets that need no other package; compiles in seconds
	@MATH_PURE=1 swift test --scratch-path .build-pure

e2e: packages-test build ## The tests of the real executable (PYTEST="-k crash" chooses some)
	@scripts/install.sh web clients
	$(say) "running the end-to-end tests"
	@MATH_EXECUTABLE=$(MATH) $(PYTHON) -m pytest tests/e2e $(PYTEST)

web-test: packages-test build web ## The tests of the web app: units in jsdom, then Chromium before the real executable (WEB="-k plot")
	@scripts/install.sh web-test
	$(say) "running the web app's unit tests"
	@node frontend/scripts/test.mjs
	$(say) "running the web app's tests in Chromium"
	@MATH_EXECUTABLE=$(MATH) $(PYTHON) -m pytest tests/web --numprocesses 2 --dist loadfile $(WEB)

faults-short: packages-test build ## What is promised under faults, in four minutes (root, or sudo, for small disks)
	$(say) "running the fault suite's short form"
	@MATH_EXECUTABLE=$(MATH) $(PYTHON) -m pytest tests/faults --numprocesses 2 --dist worksteal $(FAULTS)

faults: packages-test build ## The same at full length (FAULTS="-k P1" chooses; an hour and a quarter)
	@MATH_EXECUTABLE=$(MATH) $(PYTHON) -m pytest tests/faults --long $(FAULTS)

lint: packages-test web-lint assets ## Formatting of Swift, Python and TypeScript, types, shell syntax, the dependencies' list
	$(say) "lint"
	@swift format lint --strict --parallel --recursive --configuration .swift-format $(SWIFT_SOURCES)
	@for script in $(SHELL_SOURCES); do bash -n "$$script"; done
	@.venv/bin/ruff check --quiet . && .venv/bin/ruff format --check --quiet .
	@swift package resolve --quiet
	@python3 scripts/dependencies.py check
	@python3 scripts/floors.py

web-lint: packages-test
	@scripts/install.sh web
	$(say) "lint of the web app"
	@cd frontend && ../.venv/bin/oxlint --deny-warnings . && ../.venv/bin/oxfmt --check .
	@node frontend/scripts/floors.mjs
	@node frontend/scripts/types.mjs --check
	@node frontend/scripts/build.mjs --check

format: packages-test ## Format every Swift, Python and TypeScript file
	@swift format --in-place --parallel --recursive --configuration .swift-format $(SWIFT_SOURCES)
	@.venv/bin/ruff check --fix --quiet . ; .venv/bin/ruff format --quiet .
	@cd frontend && ../.venv/bin/oxfmt .

bench: build ## Measure against nginx, kcat and the references; writes benchmarks/RESULTS.md (BENCH="--only pipeline")
	@scripts/install.sh bench
	@/usr/bin/python3 benchmarks/run.py $(BENCH)

openapi: build ## Write docs/openapi.json from the table of endpoints
	@$(MATH) openapi > docs/openapi.json.new && mv docs/openapi.json.new docs/openapi.json

catalogue: ## Write docs/catalogue.md from the declarations of the operations
	@WRITE_CATALOGUE=1 MATH_PURE=1 swift test --scratch-path .build-pure --filter CatalogueDocumentTests >/dev/null

settings: packages assets ## Write the settings' parts of README.md and .env.example from their declarations
	@WRITE_SETTINGS=1 swift test --filter SettingDocumentsTests >/dev/null

dependencies: packages assets ## Write docs/dependencies.md from what a build uses
	@scripts/install.sh web
	@swift package resolve --quiet
	@python3 scripts/dependencies.py write

env: ## Make .env from .env.example, with secrets of its own
	@scripts/env.sh

install: ## Install what make build and make web have built, with systemd services (PREFIX, DESTDIR)
	@scripts/install-service.sh

package: build web ## Make a Debian package in dist/, and the list of its parts as CycloneDX
	@scripts/package.sh

images: ## Build the images with the version that they call themselves (docker compose up uses them)
	@MATH_VERSION=$$(scripts/version.sh) docker compose build

test-package: package packages-test ## Install the package on a fresh Debian 12, start the service, calculate (as root)
	@scripts/install.sh test-package
	@$(PYTHON) -m pytest tests/packaging $(PYTEST)

test-trixie: ## Every Swift suite and end-to-end test on Debian 13, in a folder of its own (as root; an hour and more)
	@tests/trixie/run.sh

test-containers: package packages-test ## The images, the compose file and the package under systemd (Docker, or root to start one)
	@$(PYTHON) -m pytest tests/containers $(PYTEST)

pictures: packages-test build web ## Make the pictures of the README from the running app
	@scripts/install.sh web-test
	@MATH_EXECUTABLE=$(MATH) $(PYTHON) scripts/pictures.py

clean: ## Remove what builds and tests have made (not ./data)
	@rm -rf .build .build-* .venv .venv-bench .pytest_cache .hypothesis

packages:
	@scripts/install.sh build

packages-test:
	@scripts/install.sh build test

assets: packages ## Fetch the files that /docs serves
	@scripts/docs-assets.sh
